#include "core/engine/network/graph/exportedgraph.h"

#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/operatorroles.h"
#include "core/engine/network/graph/operatorrules.h"
#include "core/engine/network/graph/operatorsizes.h"
#include "core/engine/network/graph/symbolicoperators.h"
#include "core/engine/network/pickle.h"
#include "core/error.h"
#include "core/runtime.h"

#include <ATen/ATen.h>
#include <ATen/core/jit_type.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <utility>

namespace convscope {

namespace {

using Stack = std::vector<c10::IValue>;

/// The names of the outputs: PyTorch writes those of an operator that gives a list as a list.
std::vector<const Json *> flattened(const Json &outputs)
{
    std::vector<const Json *> flat;
    for (const Json &each : list(outputs)) {
        const auto [kind, value] = unionOf(each);
        if (kind == "as_tensors") {
            for (const Json &tensor : list(*value))
                flat.push_back(&tensor);
        } else {
            flat.push_back(&each);
        }
    }
    return flat;
}

ValueKind kindOf(const c10::Type &type)
{
    switch (type.kind()) {
    case c10::TypeKind::TensorType:
        return ValueKind::Tensor;
    case c10::TypeKind::IntType:
    case c10::TypeKind::SymIntType:
        return ValueKind::Int;
    default:
        return ValueKind::Other;
    }
}

ValueKind kindOf(SymbolicOperator::Gives gives, bool areInts)
{
    switch (gives) {
    case SymbolicOperator::Gives::Int:
        return ValueKind::Int;
    case SymbolicOperator::Gives::Real:
        return ValueKind::Real;
    case SymbolicOperator::Gives::Truth:
        return ValueKind::Truth;
    case SymbolicOperator::Gives::Number:
        break;
    }
    return areInts ? ValueKind::Int : ValueKind::Real;
}

bool givesList(const c10::FunctionSchema &schema)
{
    return schema.returns().size() == 1 && schema.returns()[0].real_type()->kind() == c10::TypeKind::ListType;
}

/// Each tensor of the list on the stack becomes an output of its own.
void spread(Stack &stack, std::size_t count)
{
    const std::vector<at::Tensor> tensors = stack.at(0).toTensorVector();
    TORCH_CHECK(
        tensors.size() == count, "an operator gives ", tensors.size(), " tensors in place of ", count);
    stack.assign(tensors.begin(), tensors.end());
}

at::Tensor tensorOf(const c10::IValue &number)
{
    const at::Tensor tensor = at::scalar_to_tensor(number.toScalar());
    tensor.unsafeGetTensorImpl()->set_wrapped_number(true); // does not widen the type of the result
    return tensor;
}

/// The operator's own kernel, with what this program needs around it.
Kernel kernelOf(const TorchOperator &op, std::size_t outputs, bool keepsGradients)
{
    const bool isList = givesList(op.schema);
    if (op.tensorsOfNumbers.empty() && op.realsOfInts.empty() && !isList && keepsGradients)
        return op.kernel;
    return [inner = op.kernel, tensors = op.tensorsOfNumbers, reals = op.realsOfInts, isList, outputs,
               keepsGradients](Stack &stack) {
        for (const int place : tensors)
            stack.at(std::size_t(place)) = tensorOf(stack.at(std::size_t(place)));
        for (const int place : reals)
            stack.at(std::size_t(place)) = stack.at(std::size_t(place)).toScalar().toDouble();
        const c10::AutoGradMode mode(keepsGradients && c10::GradMode::is_enabled());
        inner(stack);
        if (isList)
            spread(stack, outputs);
    };
}

void collectValues(const OperatorArgument &argument, std::vector<int> &values)
{
    if (argument.kind == OperatorArgument::Kind::Value)
        values.push_back(argument.value);
    for (const OperatorArgument &element : argument.elements)
        collectValues(element, values);
}

std::string withoutPrefix(const std::string &target)
{
    const std::string prefix = "torch.ops.";
    return target.starts_with(prefix) ? target.substr(prefix.size()) : target;
}

/// A stack of modules is told in a text.
std::string moduleStack(const Json &node)
{
    const Json *metadata = findMember(node, "metadata");
    const Json *stack = metadata ? findMember(*metadata, "nn_module_stack") : nullptr;
    return stack && stack->is_string() ? text(*stack) : std::string();
}

/// As newer versions tell it; else of its first output.
std::string nodeName(const Json &node, const std::string &target)
{
    if (const Json *name = findMember(node, "name"); name && name->is_string())
        return text(*name);
    for (const Json *output : flattened(member(node, "outputs"))) {
        if (const Json *tensor = findMember(*output, "as_tensor"); tensor && findMember(*tensor, "name"))
            return text(member(*tensor, "name"));
        if (const Json *name = findMember(*output, "name"); name && name->is_string())
            return text(*name);
    }
    return withoutPrefix(target);
}

} // namespace

int ExportedGraph::addValue(const std::string &name, ValueKind kind)
{
    m_graph.values.push_back({name, {}, false});
    m_kinds.push_back(kind);
    m_isFixed.push_back(false);
    m_matrixOf.push_back(-1);
    return int(m_graph.values.size()) - 1;
}

void ExportedGraph::define(const std::string &name, int value)
{
    if (!m_names.try_emplace(name, value).second)
        damaged("there are two values " + printable(name));
}

int ExportedGraph::addConstant(
    const std::string &name, const std::string &ownName, const at::Tensor &tensor, bool isParameter)
{
    const int value = addValue(ownName, ValueKind::Tensor);
    m_graph.values.back().constant = tensor;
    m_graph.values.back().isParameter = isParameter;
    m_isFixed.back() = true;
    define(name, value);
    return value;
}

int ExportedGraph::addPicture(const std::string &name)
{
    m_graph.picture = addValue(name, ValueKind::Tensor);
    define(name, m_graph.picture);
    return m_graph.picture;
}

void ExportedGraph::addNodes(const Json &nodes)
{
    for (const Json &node : list(nodes))
        addNode(node);
}

void ExportedGraph::addNode(const Json &node)
{
    const std::string &target = text(member(node, "target"));
    if (isAssertion(target))
        return;
    if (target.starts_with("torch.ops.higher_order."))
        addInlined(node, target);
    else if (findSymbolic(target))
        addSymbolic(node, target);
    else
        addOperator(node, target);
}

Operator ExportedGraph::begin(const Json &node, const std::string &target)
{
    Operator made;
    const std::string name = nodeName(node, target);
    made.name = name;
    for (int i = 2; !m_nodeNames.insert(made.name).second; ++i)
        made.name = name + "_" + std::to_string(i);
    made.kind = withoutPrefix(target);
    made.modules = m_modules.callsOf(moduleStack(node));
    return made;
}

void ExportedGraph::addSymbolic(const Json &node, const std::string &target)
{
    const SymbolicOperator op = *findSymbolic(target);
    Operator made = begin(node, target);
    bool areInts = true;
    for (const Json &input : list(member(node, "inputs"))) {
        const GivenArgument given = readArgument(member(input, "arg"), m_names);
        const bool isValue = given.kind == GivenArgument::Kind::Value;
        const ValueKind kind = isValue                 ? m_kinds[std::size_t(given.value)]
            : given.kind == GivenArgument::Kind::Int   ? ValueKind::Int
            : given.kind == GivenArgument::Kind::Real  ? ValueKind::Real
            : given.kind == GivenArgument::Kind::Truth ? ValueKind::Truth
                                                       : ValueKind::Other;
        const std::string argument = text(member(input, "name"));
        if (kind == ValueKind::Tensor || kind == ValueKind::Other)
            throw Error(ErrorKind::OperatorArgument, {},
                {printable(made.kind), printable(made.name), printable(argument), printable(given.shown)});
        areInts = areInts && kind != ValueKind::Real;
        made.arguments.push_back(isValue  ? OperatorArgument::ofValue(given.value)
                : kind == ValueKind::Int  ? OperatorArgument::of(given.integer)
                : kind == ValueKind::Real ? OperatorArgument::of(given.real)
                                          : OperatorArgument::of(given.truth));
        made.argumentNames.push_back(argument);
    }
    if (int(made.arguments.size()) != op.takes)
        damaged("the node " + printable(made.name) + " has too many or too few arguments");
    made.kernel = op.kernel;
    for (const Json *output : flattened(member(node, "outputs")))
        made.outputs.push_back(addOutput(*output, kindOf(op.gives, areInts)));
    if (made.outputs.size() != 1)
        damaged("the node " + printable(made.name) + " has too many or too few outputs");
    m_graph.operators.push_back(std::move(made));
}

int ExportedGraph::addOutput(const Json &output, ValueKind kind)
{
    if (const Json *name = findMember(output, "name")) { // of a list of tensors
        const int value = addValue(text(*name), kind);
        define(text(*name), value);
        return value;
    }
    const auto [form, inner] = unionOf(output);
    const Json *name =
        inner->is_object() ? findMember(*inner, form == "as_tensor" ? "name" : "as_name") : nullptr;
    if (!name)
        return -1; // None, or a number that is known
    const int value = addValue(text(*name), kind);
    define(text(*name), value);
    return value;
}

void ExportedGraph::addOutputs(const TorchOperator &op, const Json &outputs, Operator &made)
{
    const auto &returns = op.schema.returns();
    const std::vector<const Json *> given = flattened(outputs);
    const bool isList = givesList(op.schema);
    if (!isList && given.size() > returns.size())
        damaged("the node " + printable(op.node) + " has too many outputs");
    for (std::size_t i = 0; i < given.size(); ++i) {
        // A composed operator leaves out what nobody uses.
        const ValueKind kind = isList ? ValueKind::Tensor
            : op.isComposed && i > 0  ? ValueKind::Other
                                      : kindOf(*returns[i].real_type());
        made.outputs.push_back(addOutput(*given[i], kind));
    }
    if (!isList)
        made.outputs.resize(returns.size(), -1);
}

/// Training counts its batches in a buffer that nothing else looks at.
bool ExportedGraph::countsBatches(const TorchOperator &op) const
{
    if (op.name != "add_" || op.arguments[0].kind != OperatorArgument::Kind::Value)
        return false;
    const c10::IValue &counted = m_graph.values[std::size_t(op.arguments[0].value)].constant;
    return counted.isTensor() && counted.toTensor().dim() == 0
        && at::isIntegralType(counted.toTensor().scalar_type(), /*includeBool=*/false);
}

/// A network that changes its own weights would answer differently each time.
void ExportedGraph::requireOwnMemory(const TorchOperator &op) const
{
    if (!changesInPlace(op))
        return;
    std::vector<int> changed;
    collectValues(op.arguments[0], changed);
    for (const int value : changed) {
        if (m_isFixed[std::size_t(value)])
            throw Error(ErrorKind::OperatorForbidden, {}, {printable(op.kind), printable(op.node)});
    }
}

/// What is a view of a weight, or its transpose.
void ExportedGraph::followMemory(const TorchOperator &op, const Operator &made)
{
    if (op.arguments.empty() || made.outputs.empty())
        return;
    if (made.outputs[0] >= 0)
        m_matrixOf[std::size_t(made.outputs[0])] = transposedMatrix(m_graph, op);
    if (!made.isView)
        return;
    std::vector<int> viewed;
    for (const OperatorArgument &argument : op.arguments)
        collectValues(argument, viewed);
    const bool isFixed =
        std::any_of(viewed.begin(), viewed.end(), [&](int value) { return m_isFixed[std::size_t(value)]; });
    for (const int output : made.outputs) {
        if (output >= 0)
            m_isFixed[std::size_t(output)] = isFixed;
    }
}

void ExportedGraph::addOperator(const Json &node, const std::string &target)
{
    Operator made = begin(node, target);
    TorchOperator op = findOperator(target, made.name);
    giveArguments(op, member(node, "inputs"), m_names, m_kinds, m_target);
    if (countsBatches(op)) {
        for (const Json *output : flattened(member(node, "outputs")))
            define(text(member(member(*output, "as_tensor"), "name")), op.arguments[0].value);
        return;
    }
    if (leaveTraining(op))
        m_graph.wasTraining = true;
    requireHarmless(op);
    requireModestSizes(op);
    requireOwnMemory(op);
    becomeLinear(op, m_graph, m_matrixOf);
    describeOperator(op, m_graph, made);
    made.arguments = op.arguments;
    made.isInPlace = changesInPlace(op);
    made.isView = mayBeView(op);
    addOutputs(op, member(node, "outputs"), made);
    made.kernel = kernelOf(op, made.outputs.size(), m_keepsGradients);
    followMemory(op, made);
    m_graph.operators.push_back(std::move(made));
}

/// The part of a network that Python runs with gradients switched on or off is a graph of its own.
void ExportedGraph::addInlined(const Json &node, const std::string &target)
{
    constexpr int deepest = 8;
    const Json &inputs = list(member(node, "inputs"));
    if (target != "torch.ops.higher_order.wrap_with_set_grad_enabled" || inputs.size() < 2
        || m_depth == deepest)
        throw Error(ErrorKind::OperatorUnknown, {},
            {printable(withoutPrefix(target)), printable(nodeName(node, target)),
                "LibTorch " + torchVersion()});
    std::vector<GivenArgument> given;
    for (const Json &input : inputs)
        given.push_back(readArgument(member(input, "arg"), m_names));
    if (given[0].kind != GivenArgument::Kind::Truth || given[1].kind != GivenArgument::Kind::Graph)
        damaged("the node " + printable(nodeName(node, target)));
    const Json &graph = *given[1].graph;
    const std::vector<const Json *> parameters = flattened(member(graph, "inputs"));
    if (parameters.size() != given.size() - 2)
        damaged("the node " + printable(nodeName(node, target)));
    ValueNames inner;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const auto [kind, value] = unionOf(*parameters[i]);
        const Json *name =
            value->is_object() ? findMember(*value, kind == "as_tensor" ? "name" : "as_name") : nullptr;
        if (name && given[i + 2].kind == GivenArgument::Kind::Value)
            inner[text(*name)] = given[i + 2].value;
    }
    std::swap(m_names, inner);
    const bool keptGradients = std::exchange(m_keepsGradients, m_keepsGradients && given[0].truth);
    ++m_depth;
    addNodes(member(graph, "nodes"));
    --m_depth;
    m_keepsGradients = keptGradients;
    std::swap(m_names, inner);
    const std::vector<const Json *> results = flattened(member(graph, "outputs"));
    const std::vector<const Json *> outputs = flattened(member(node, "outputs"));
    if (results.size() != outputs.size())
        damaged("the node " + printable(nodeName(node, target)));
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const auto nameOf = [](const Json &output) {
            const Json *tensor = findMember(output, "as_tensor");
            return text(member(tensor ? *tensor : output, "name"));
        };
        const auto found = inner.find(nameOf(*results[i]));
        if (found == inner.end())
            damaged("the value " + printable(nameOf(*results[i])) + " is missing");
        define(nameOf(*outputs[i]), found->second);
    }
}

/// Without operators whose outputs nobody uses, such as checks of sizes and counters of training.
void ExportedGraph::keepUsed()
{
    std::vector<bool> isUsed(m_graph.values.size(), false);
    for (const auto &[name, value] : m_graph.outputs)
        isUsed[std::size_t(value)] = true;
    std::vector<Operator> kept;
    for (auto op = m_graph.operators.rbegin(); op != m_graph.operators.rend(); ++op) {
        bool isNeeded = op->isInPlace;
        for (const int output : op->outputs)
            isNeeded = isNeeded || (output >= 0 && isUsed[std::size_t(output)]);
        if (!isNeeded)
            continue;
        for (std::size_t i = 1; i < op->outputs.size(); ++i) {
            if (op->outputs[i] >= 0 && !isUsed[std::size_t(op->outputs[i])])
                op->outputs[i] = -1;
        }
        std::vector<int> values;
        for (const OperatorArgument &argument : op->arguments)
            collectValues(argument, values);
        for (const int value : values)
            isUsed[std::size_t(value)] = true;
        kept.push_back(std::move(*op));
    }
    m_graph.operators.assign(std::make_move_iterator(kept.rbegin()), std::make_move_iterator(kept.rend()));
}

/// PyTorch 2.1 makes the names of weights of the Python that reaches them. What takes a weight tells its
/// module.
void ExportedGraph::nameWeights()
{
    for (const Operator &op : m_graph.operators) {
        for (const OperatorArgument &argument : op.arguments) {
            if (argument.kind != OperatorArgument::Kind::Value)
                continue;
            std::string &name = m_graph.values[std::size_t(argument.value)].name;
            if (name.find("L__self__") == std::string::npos)
                continue;
            const std::size_t dot = name.rfind('.');
            if (dot == std::string::npos)
                name = qualifiedName(name); // the network's own
            else if (!op.modules.empty())
                name = m_modules.modules()[std::size_t(op.modules.back().module)].name + name.substr(dot);
        }
    }
}

Graph ExportedGraph::finish(const std::vector<ExportedOutput> &outputs)
{
    for (const ExportedOutput &output : outputs) {
        const auto found = m_names.find(output.value);
        if (found == m_names.end() || m_kinds[std::size_t(found->second)] != ValueKind::Tensor)
            damaged("the output " + printable(output.value) + " is missing");
        m_graph.outputs.emplace_back(output.name, found->second);
    }
    keepUsed();
    nameWeights();
    m_graph.modules = m_modules.modules();
    m_graph.kind = m_modules.rootKind().empty() ? "ExportedProgram" : m_modules.rootKind();
    return std::move(m_graph);
}

} // namespace convscope
