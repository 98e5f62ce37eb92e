#include "core/engine/network/graph/onnxbuilder.h"

#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/onnxoperators.h"
#include "core/engine/network/pickle.h"
#include "core/engine/tensors.h"
#include "core/error.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>

namespace convscope {

namespace {

constexpr int mostOperators = 100'000;
constexpr int deepest = 32;

/// Inputs at the end that are not given are no arguments, but for those of weights.
void dropTrailing(Operator &made)
{
    const auto least =
        std::size_t(std::max({made.weights.weight, made.weights.bias, made.weights.variance}) + 1);
    while (made.arguments.size() > least && made.arguments.back().value < 0) {
        made.arguments.pop_back();
        made.argumentNames.pop_back();
    }
}

bool sharesMemory(const at::Tensor &tensor, const std::vector<c10::IValue> &others)
{
    return tensor.numel() > 0 && std::any_of(others.begin(), others.end(), [&](const c10::IValue &other) {
        return other.isTensor() && other.toTensor().numel() > 0 && tensor.is_alias_of(other.toTensor());
    });
}

} // namespace

OnnxBuilder::OnnxBuilder(const OnnxModel &model, OnnxFolder folder, const GraphTarget &target)
    : m_model(model)
    , m_folder(std::move(folder))
    , m_target(target)
{
    for (const OnnxFunction &function : model.functions)
        m_functions.emplace(FunctionKey{function.domain, function.name, function.overload}, &function);
}

void OnnxBuilder::build()
{
    const OnnxGraph &graph = m_model.graph;
    Scope scope;
    scope.graph = &graph;
    scope.versions = &m_model.versions;
    scope.used = &usedIn(graph);
    for (const OnnxValue &input : graph.inputs) {
        if (graph.tensors.contains(input.name))
            continue; // old files list their weights as inputs
        const int value = addValue(input.name);
        define(scope, input.name, value);
        inputs[input.name] = value;
    }
    addNodes(graph.nodes, scope);
    for (const OnnxValue &output : graph.outputs) {
        outputs.emplace_back(output.name, find(scope, output.name));
        if (outputs.back().second < 0)
            damaged("nothing computes " + printable(output.name));
    }
}

int OnnxBuilder::addValue(std::string name, c10::IValue constant, bool isParameter)
{
    values.push_back({std::move(name), std::move(constant), isParameter});
    return int(values.size()) - 1;
}

void OnnxBuilder::define(Scope &scope, const std::string &name, int value)
{
    if (!scope.known.emplace(name, value).second)
        damaged("two values are called " + printable(name));
}

int OnnxBuilder::find(Scope &scope, const std::string &name)
{
    for (const Scope *inside = &scope; inside; inside = inside->outer) {
        if (const auto known = inside->known.find(name); known != inside->known.end())
            return known->second;
        if (!inside->graph)
            continue;
        if (inside->graph->sparseTensors.contains(name))
            throw Error(ErrorKind::NetworkTensorUnusual, {}, {printable(name), "sparse"});
        const auto tensor = inside->graph->tensors.find(name);
        if (tensor != inside->graph->tensors.end())
            return addTensor(tensor->second);
    }
    damaged("nothing computes " + printable(name));
}

int OnnxBuilder::addTensor(const OnnxTensor &tensor)
{
    const auto known = m_tensors.find(&tensor);
    if (known != m_tensors.end())
        return known->second;
    at::Tensor numbers = tensorOf(tensor, m_folder);
    const bool isReal = numbers.is_floating_point();
    if (isReal)
        numbers = translated([&] { return numbers.to(m_target.device, m_target.type); });
    const int value = addValue(tensor.name, numbers, isReal && numbers.dim() > 0 && numbers.numel() > 1);
    return m_tensors[&tensor] = value;
}

void OnnxBuilder::count()
{
    if (++m_count > mostOperators)
        damaged("more operators than any network has");
}

std::string OnnxBuilder::uniqueName(const OnnxNode &node, const Scope &scope)
{
    std::string name = scope.prefix + (node.name.empty() ? node.kind : node.name);
    if (m_names.contains(name)) {
        const std::string stem = name;
        int &number = m_numbers[stem];
        while (m_names.contains(name))
            name = stem + "_" + std::to_string(++number);
    }
    m_names.insert(name);
    return name;
}

void OnnxBuilder::addNodes(const std::vector<OnnxNode> &nodes, Scope &scope)
{
    if (scope.depth > deepest)
        damaged("nested too deeply");
    for (const OnnxNode &node : nodes)
        addNode(node, scope);
}

/// Attributes that stand for those of the function's call are replaced by them.
std::vector<OnnxAttribute> OnnxBuilder::attributesOf(const OnnxNode &node, const Scope &scope) const
{
    std::vector<OnnxAttribute> attributes;
    for (const OnnxAttribute &attribute : node.attributes) {
        if (attribute.reference.empty()) {
            attributes.push_back(attribute);
            continue;
        }
        const auto *given = scope.attributes;
        const auto found = !given
            ? std::vector<OnnxAttribute>::const_iterator()
            : std::find_if(given->begin(), given->end(),
                [&](const OnnxAttribute &other) { return other.name == attribute.reference; });
        if (!given || found == given->end())
            continue; // an optional one that the call does not have
        attributes.push_back(*found);
        attributes.back().name = attribute.name;
    }
    return attributes;
}

void OnnxBuilder::addNode(const OnnxNode &node, Scope &scope)
{
    count();
    const std::vector<OnnxAttribute> attributes = attributesOf(node, scope);
    if (addFunction(node, attributes, scope))
        return;
    if (node.domain.empty() && node.kind == "If")
        addIf(node, attributes, scope);
    else
        addOperator(node, attributes, scope);
}

void OnnxBuilder::addOperator(
    const OnnxNode &node, const std::vector<OnnxAttribute> &attributes, Scope &scope)
{
    Operator made;
    made.name = uniqueName(node, scope);
    made.kind = node.domain.empty() ? node.kind : node.domain + "." + node.kind;
    const auto version = scope.versions->find(node.domain);
    OnnxCall call(node, attributes, version == scope.versions->end() ? 1 : version->second, m_target, made);
    const OnnxOperator *known = findOnnxOperator(node.domain, node.kind);
    if (!known)
        call.refuseOperator();
    made.argumentNames = inputNames(*known, node.inputs.size());
    for (std::size_t i = 0; i < made.argumentNames.size(); ++i) {
        const bool isGiven = i < node.inputs.size() && !node.inputs[i].empty();
        const int value = isGiven ? find(scope, node.inputs[i]) : -1;
        made.arguments.push_back(
            value < 0 ? OperatorArgument::of(c10::IValue()) : OperatorArgument::ofValue(value));
        const c10::IValue constant = value < 0 ? c10::IValue() : values[std::size_t(value)].constant;
        call.constants.push_back(constant.isTensor() ? constant.toTensor() : at::Tensor());
    }
    requireInputs(*known, call);
    if (made.kind == "Identity" && call.constant(0).defined() && node.outputs.size() == 1) {
        define(scope, node.outputs.front(), made.arguments.front().value); // another name for a weight
        return;
    }
    for (const std::string &output : node.outputs)
        call.usedOutputs.push_back(!output.empty() && scope.used->contains(output));
    made.kernel = translated([&] { return known->make(call); });
    call.refuseUnread();
    wasTraining = wasTraining || call.wasTraining;
    takeReplaced(call);
    if (compute(call, node, known->grows, scope))
        return;
    dropTrailing(made);
    checkWeights(made);
    const std::size_t given = known->outputs == 0 ? node.outputs.size() : std::size_t(known->outputs);
    made.outputs.assign(given, -1);
    for (std::size_t i = 0; i < std::min(given, node.outputs.size()); ++i) {
        if (!call.usedOutputs[i])
            continue;
        made.outputs[i] = addValue(node.outputs[i]);
        define(scope, node.outputs[i], made.outputs[i]);
    }
    for (const OnnxAttribute &attribute : attributes)
        made.attributes.emplace_back(attribute.name, text(attribute));
    operators.push_back({std::move(made), node.metadata});
}

/// Some weights are taken in another layout: they become values of their own.
void OnnxBuilder::takeReplaced(OnnxCall &call)
{
    for (const auto &[input, tensor] : call.replaced) {
        OperatorArgument &argument = call.made.arguments[input];
        const std::pair key(argument.value, tensor.sizes().vec());
        auto known = m_replaced.find(key);
        if (known == m_replaced.end()) {
            const GraphValue original = values[std::size_t(argument.value)];
            known = m_replaced.emplace(key, addValue(original.name, tensor, original.isParameter)).first;
        }
        argument.value = known->second;
        call.constants[input] = tensor;
    }
}

/// Weights must be numbers; other constants may well be infinite.
void OnnxBuilder::checkWeights(const Operator &made)
{
    const bool hasWeights = made.role != Role::Other || made.kind.starts_with("Conv")
        || made.kind.ends_with("Normalization") || made.kind == "Gemm" || made.kind == "MatMul";
    if (!hasWeights)
        return;
    for (const OperatorArgument &argument : made.arguments) {
        if (argument.value < 0)
            continue;
        GraphValue &value = values[std::size_t(argument.value)];
        if (!value.constant.isTensor() || !value.constant.toTensor().is_floating_point())
            continue;
        value.constant = settled(value.constant.toTensor(), m_target, printable(value.name));
        const bool isStatistic = made.role == Role::BatchNorm
            && (&argument == &made.arguments[3] || &argument == &made.arguments[4]);
        if (isStatistic)
            value.isParameter = false;
    }
}

/// What depends on constants alone is computed once, unless that takes much memory. What shares the memory of
/// another constant takes none.
bool OnnxBuilder::compute(const OnnxCall &call, const OnnxNode &node, bool grows, Scope &scope)
{
    if (grows)
        return false;
    std::vector<c10::IValue> stack;
    std::int64_t elements = 4096;
    bool isParameter = false;
    for (const OperatorArgument &argument : call.made.arguments) {
        if (argument.value < 0) {
            stack.emplace_back();
            continue;
        }
        const GraphValue &value = values[std::size_t(argument.value)];
        if (!value.constant.isTensor())
            return false;
        elements += 4 * value.constant.toTensor().numel();
        isParameter = isParameter || value.isParameter;
        stack.push_back(value.constant);
    }
    const std::vector<c10::IValue> arguments = stack;
    try {
        const c10::NoGradGuard noGrad;
        const SizeLimit limit(std::min(elements, m_computable));
        translated([&] { call.made.kernel(stack); });
    } catch (const Error &) {
        return false; // it fails, if ever, when the network runs
    }
    if (std::any_of(stack.begin(), stack.end(), [](const c10::IValue &value) { return !value.isTensor(); }))
        return false;
    std::int64_t made = 0;
    for (const c10::IValue &value : stack)
        made += sharesMemory(value.toTensor(), arguments) ? 0 : value.toTensor().numel();
    if (made > m_computable)
        return false;
    m_computable -= made;
    for (std::size_t i = 0; i < std::min(stack.size(), node.outputs.size()); ++i) {
        if (node.outputs[i].empty())
            continue;
        const bool isWeight = isParameter && stack[i].toTensor().is_floating_point();
        define(scope, node.outputs[i], addValue(node.outputs[i], stack[i], isWeight));
    }
    return true;
}

} // namespace convscope
