#include "core/engine/network/graph/graphprogram.h"

#include "core/engine/network/batchnorm.h"
#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/arguments.h"
#include "core/engine/network/graph/graphcalls.h"
#include "core/engine/network/graph/graphmodules.h"
#include "core/engine/network/graph/graphnodes.h"
#include "core/engine/network/graph/graphweights.h"
#include "core/engine/network/graph/memoryroots.h"
#include "core/engine/relurule.h"
#include "core/engine/tensors.h"
#include "core/error.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace convscope {

namespace {

/// A ReLU as the rule that holds wants it.
c10::IValue reluUnderRule(const Operator &step, const c10::IValue &argument)
{
    const at::Tensor values = argument.toTensor();
    if (!step.isInPlace)
        return reluWithRule(values);
    values.copy_(reluWithRule(values)); // the gradient goes through what is copied
    return values;
}

constexpr std::int64_t mostElements = std::int64_t(1) << 30; ///< of one value

/// The number of values that a list of sizes stands for; −1 and what means the end of a slice count as 1.
double productOf(const c10::List<std::int64_t> &sizes)
{
    constexpr double endless = 4e18;
    double product = 1;
    for (const std::int64_t size : sizes) {
        const double number = std::abs(double(size));
        product *= number > endless ? 1 : std::max(number, 1.0);
    }
    return product;
}

/// Refuses sizes that a network computes, where they stand for more than any network has: before the memory
/// is taken.
void requireModest(const Operator &step, const std::vector<c10::IValue> &arguments, std::int64_t pictures)
{
    static const std::set<std::string> ranges = {"arange", "range", "linspace", "eye"};
    const double most = double(std::int64_t(1) << 28) * double(std::max<std::int64_t>(pictures, 1));
    const bool isRange = ranges.contains(shortKind(step.kind));
    for (const c10::IValue &argument : arguments) {
        const double size = argument.isIntList() ? productOf(argument.toIntList())
            : isRange && argument.isScalar()     ? std::abs(argument.toScalar().toDouble())
                                                 : 0;
        TORCH_CHECK(size <= most, "a size is ", size);
    }
}

/// The first number of a shape, of whatever holds it; none where it holds no number.
std::optional<int> firstSide(const c10::IValue &shape)
{
    if (shape.isInt())
        return int(shape.toInt());
    if (shape.isIntList() && !shape.toIntList().empty())
        return int(shape.toIntList().get(0));
    const bool isVector = shape.isTensor() && shape.toTensor().defined()
        && shape.toTensor().scalar_type() == at::kLong && shape.toTensor().dim() == 1
        && shape.toTensor().numel() > 0;
    return isVector ? std::optional(shape.toTensor()[0].item<int>()) : std::nullopt;
}

/// LibTorch's reason, with the operator that it is about.
[[noreturn]] void throwWithOperator(const Operator &step)
{
    try {
        throwTranslated();
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::Internal)
            throw;
        throw Error(
            ErrorKind::Internal, {}, {error.values().front() + " (" + step.kind + ", " + step.name + ")"});
    }
}

} // namespace

GraphProgram::GraphProgram(Graph graph)
    : m_graph(std::move(graph))
{
    findBatchArguments();
    computeConstants();
    for (const GraphValue &value : m_graph.values) {
        if (value.constant.isTensor() && value.constant.toTensor().defined())
            m_versions.emplace_back(
                value.constant.toTensor(), std::uint32_t(value.constant.toTensor()._version()));
    }
    m_planner = std::make_unique<GraphPlanner>(m_graph);
    m_makers = makersOf(m_graph);
    listModules();
    m_facts.kind = m_graph.kind;
    m_facts.wasTraining = m_graph.wasTraining;
    m_facts.told = m_graph.told;
    m_facts.classNames = m_graph.classNames;
    m_facts.dataFiles = m_graph.dataFiles;
    if (m_graph.told.batch.value_or(1) > 1)
        m_facts.writtenBatches = {*m_graph.told.batch};
    m_facts.takesBytes = takesBytes(m_graph);
}

/// Shapes that say how many pictures the network was exported with. Another number may do as well: whoever
/// opens a network tries whether it does.
void GraphProgram::findBatchArguments()
{
    if (!m_graph.told.batch)
        return;
    for (std::size_t i = 0; i < m_graph.operators.size(); ++i) {
        const Operator &step = m_graph.operators[i];
        std::string kind = shortKind(step.kind);
        kind.front() = char(std::tolower(static_cast<unsigned char>(kind.front())));
        const bool isShape =
            kind == "view" || kind == "reshape" || kind == "_unsafe_view" || kind == "expand";
        if (!isShape || step.arguments.size() < 2)
            continue;
        const OperatorArgument &shape = step.arguments[1];
        const bool isList = shape.kind == OperatorArgument::Kind::List;
        if (isList && shape.elements.empty())
            continue;
        const bool isTold =
            firstSide(evaluated(isList ? shape.elements.front() : shape, m_graph, {})) == m_graph.told.batch;
        if (isTold)
            m_batchShapes.insert(int(i));
    }
}

void GraphProgram::fitToBatch(int step, std::vector<c10::IValue> &arguments, std::int64_t pictures) const
{
    if (!m_graph.told.batch || pictures == *m_graph.told.batch || !m_batchShapes.contains(step))
        return;
    if (arguments[1].isIntList()) {
        std::vector<std::int64_t> shape = arguments[1].toIntVector();
        shape.front() = pictures;
        arguments[1] = shape;
    } else {
        arguments[1] = arguments[1].toTensor().clone();
        arguments[1].toTensor()[0].fill_(pictures);
    }
}

/// What follows from constants alone is one as well.
void GraphProgram::computeConstants()
{
    const c10::NoGradGuard noGrad;
    const std::vector<bool> isChanged = changedInPlace(m_graph, memoryRoots(m_graph));
    for (std::size_t i = 0; i < m_graph.operators.size(); ++i) {
        const Operator &step = m_graph.operators[i];
        const bool isOfBatch = m_batchShapes.contains(int(i)) && shortKind(step.kind).ends_with("xpand");
        bool isConstant = !step.isInPlace && !step.outputs.empty() && !isOfBatch;
        forValues(step, [&](int value) {
            isConstant = isConstant && !isChanged[std::size_t(value)]
                && !m_graph.values[std::size_t(value)].constant.isNone();
        });
        for (const int value : step.outputs)
            isConstant = isConstant && (value < 0 || !isChanged[std::size_t(value)]);
        if (!isConstant)
            continue;
        try {
            std::vector<c10::IValue> stack = argumentsOf(step, m_graph, {});
            requireModest(step, stack, /*pictures=*/1);
            step.kernel(stack);
            keepConstants(step, stack);
        } catch (const std::exception &) { // it will tell when it is needed
            continue;
        }
    }
}

/// What would fill memory is computed in each run instead.
void GraphProgram::keepConstants(const Operator &step, const std::vector<c10::IValue> &results)
{
    for (std::size_t i = 0; i < std::min(results.size(), step.outputs.size()); ++i) {
        const bool isTensor = results[i].isTensor() && results[i].toTensor().defined();
        const std::int64_t size = isTensor ? results[i].toTensor().numel() : 1;
        if (step.outputs[i] < 0 || size > m_constantsLeft)
            continue;
        m_constantsLeft -= size;
        m_graph.values[std::size_t(step.outputs[i])].constant = results[i];
    }
}

/// Weights and constants as they were when the network was opened: an operator may share their memory without
/// LibTorch telling so, and the next one change it. Throws Error: NetworkDamaged.
void GraphProgram::requireUnchanged() const
{
    for (const auto &[tensor, version] : m_versions) {
        if (std::uint32_t(tensor._version()) != version)
            damaged("an operator changes the network's own weights");
    }
}

void GraphProgram::listModules()
{
    GraphModules modules = modulesOf(m_graph);
    m_facts.modules = std::move(modules.modules);
    m_facts.parameterCount = modules.parameterCount;
    m_values = std::move(modules.values);
    m_taps.resize(m_graph.values.size());
    for (const auto &[module, value] : modules.taps)
        m_taps[std::size_t(value)].push_back(module);
}

const std::optional<GraphProgram::Plan> &GraphProgram::planFor(const PlanRequest &request) const
{
    const auto [place, isNew] = m_plans.try_emplace(request);
    if (isNew)
        place->second = m_planner->plan(request);
    return place->second;
}

PlanRequest GraphProgram::requestFor(const Watch &watch) const
{
    PlanRequest request;
    request.toTheEnd = watch.toTheEnd;
    request.folds = !c10::GradMode::is_enabled();
    for (std::size_t module = 0; module < m_values.size(); ++module) {
        if (!watch.modules || std::ranges::count(*watch.modules, int(module)) > 0)
            request.values.insert(m_values[module].begin(), m_values[module].end());
    }
    return request;
}

/// The operator with the batch norm behind it folded in.
const Operator &GraphProgram::folded(int step) const
{
    if (const auto known = m_folded.find(step); known != m_folded.end())
        return known->second;
    const c10::NoGradGuard noGrad;
    Operator made = m_graph.operators[std::size_t(step)];
    const Operator &norm = m_graph.operators[std::size_t(m_planner->normBehind(step))];
    const at::Tensor weight = constantAt(made, made.weights.weight, m_graph);
    const Affine both = convscope::folded({weight, constantAt(made, made.weights.bias, m_graph)},
        batchNorm(constantAt(norm, norm.weights.mean, m_graph),
            constantAt(norm, norm.weights.variance, m_graph), constantAt(norm, norm.weights.weight, m_graph),
            constantAt(norm, norm.weights.bias, m_graph), norm.weights.epsilon));
    made.arguments[std::size_t(made.weights.weight)] =
        OperatorArgument::of(both.weight.to(weight.scalar_type()));
    made.arguments[std::size_t(made.weights.bias)] = OperatorArgument::of(both.bias.to(weight.scalar_type()));
    return m_folded.emplace(step, std::move(made)).first->second;
}

void GraphProgram::runStep(const PlannedStep &planned, Pass &pass) const
{
    const Operator &step =
        planned.isFolded ? folded(planned.step) : m_graph.operators[std::size_t(planned.step)];
    std::vector<c10::IValue> stack = argumentsOf(step, m_graph, pass.values);
    fitToBatch(planned.step, stack, pass.pictures);
    if (planned.passesOn)
        stack.resize(step.outputs.size()); // what it is given comes first, and nobody asks for more
    else if (step.role == Role::ReLU && hasReluRule())
        stack = {reluUnderRule(step, stack.front())};
    else {
        requireModest(step, stack, pass.pictures);
        step.kernel(stack);
    }
    TORCH_CHECK(stack.size() >= step.outputs.size(), "it gives ", stack.size(), " values");
    for (const c10::IValue &value : stack) // a few small operators can double a value until memory is full
        TORCH_CHECK(
            !value.isTensor() || !value.toTensor().defined() || value.toTensor().numel() <= mostElements,
            "it gives ", value.toTensor().numel(), " numbers");
    for (std::size_t i = 0; i < step.outputs.size(); ++i) {
        if (step.outputs[i] >= 0)
            pass.values[std::size_t(step.outputs[i])] = std::move(stack[i]);
    }
}

/// Puts what a tap has left in the place of a value, under all names that the value has.
void GraphProgram::replace(int value, const at::Tensor &before, const at::Tensor &after, Pass &pass) const
{
    for (;;) {
        c10::IValue &held = pass.values[std::size_t(value)];
        if (held.isTensor() && held.toTensor().is_same(before))
            held = after;
        const int maker = m_makers[std::size_t(value)];
        if (maker < 0 || !m_graph.operators[std::size_t(maker)].isInPlace)
            return;
        value = m_graph.operators[std::size_t(maker)].arguments.front().value;
    }
}

/// False where the run is to end.
bool GraphProgram::showTaps(const Operator &step, Pass &pass, const Watch &watch) const
{
    for (const int value : step.outputs) {
        if (value < 0)
            continue;
        const c10::IValue &held = pass.values[std::size_t(value)];
        if (!watch.modules && held.isTensor() && held.toTensor().defined())
            m_shapes[value] = held.toTensor().sizes().vec();
        for (const int module : m_taps[std::size_t(value)]) {
            const at::Tensor before = pass.values[std::size_t(value)].isTensor()
                ? pass.values[std::size_t(value)].toTensor()
                : at::Tensor();
            at::Tensor output = before;
            if (!watch.seen(module, output))
                return false;
            if (before.defined() && !output.is_same(before))
                replace(value, before, output, pass);
        }
    }
    return true;
}

bool GraphProgram::execute(const Plan &plan, Pass &pass, const Watch &watch) const
{
    for (const PlannedStep &planned : plan) {
        const Operator &step = m_graph.operators[std::size_t(planned.step)];
        try {
            runStep(planned, pass);
        } catch (...) {
            throwWithOperator(step);
        }
        if (watch.seen && !showTaps(step, pass, watch))
            return false;
        for (const int value : planned.released)
            pass.values[std::size_t(value)] = {};
    }
    return true;
}

ProgramOutputs GraphProgram::outputsOf(const Pass &pass) const
{
    ProgramOutputs outputs;
    for (const auto &[name, value] : m_graph.outputs) {
        const c10::IValue held = evaluated(OperatorArgument::ofValue(value), m_graph, pass.values);
        if (held.isTensor() && held.toTensor().defined())
            outputs.emplace_back(name, held.toTensor());
    }
    return outputs;
}

ProgramOutputs GraphProgram::run(const at::Tensor &batch, const Watch &watch) const
{
    Pass pass{std::vector<c10::IValue>(m_graph.values.size()), batch.size(0)};
    const at::Tensor pictures = m_graph.told.channelsLast ? batch.permute({0, 2, 3, 1}) : batch;
    pass.values[std::size_t(m_graph.picture)] = m_planner->changesPicture() ? pictures.clone() : pictures;
    const bool isWhole = execute(planFor(requestFor(watch)).value(), pass, watch);
    requireUnchanged();
    return isWhole ? outputsOf(pass) : ProgramOutputs();
}

std::optional<PlanRequest> GraphProgram::requestBehind(int module) const
{
    const std::vector<int> &given = m_values[std::size_t(module)];
    if (given.size() != 1)
        return {};
    return PlanRequest{
        .values = {}, .toTheEnd = true, .begin = given.front(), .folds = !c10::GradMode::is_enabled()};
}

bool GraphProgram::canBeginBehind(int module) const
{
    const std::optional<PlanRequest> request = requestBehind(module);
    return request && planFor(*request).has_value();
}

ProgramOutputs GraphProgram::runBehind(int module, const at::Tensor &output) const
{
    const PlanRequest request = requestBehind(module).value();
    Pass pass{std::vector<c10::IValue>(m_graph.values.size()), output.size(0)};
    pass.values[std::size_t(*request.begin)] = output.clone();
    execute(planFor(request).value(), pass, {});
    return outputsOf(pass);
}

at::Tensor GraphProgram::weightOf(int module) const
{
    for (const int value : m_values[std::size_t(module)]) {
        const int maker = m_makers[std::size_t(value)];
        if (maker >= 0 && m_graph.operators[std::size_t(maker)].role == Role::Convolution) {
            const Operator &step = m_graph.operators[std::size_t(maker)];
            return constantAt(step, step.weights.weight, m_graph);
        }
    }
    return {};
}

std::vector<GraphNode> GraphProgram::nodes(const std::vector<int> &layers) const
{
    std::map<int, int> layerOf; // by value
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        for (const int value : m_values[std::size_t(layers[layer])])
            layerOf.try_emplace(value, int(layer));
    }
    return describedNodes(m_graph, m_shapes, layerOf);
}

std::unique_ptr<Program> GraphProgram::withRandomWeights(int modules, std::uint32_t seed) const
{
    return std::make_unique<GraphProgram>(withRandomTail(m_graph, modules, seed));
}

} // namespace convscope
