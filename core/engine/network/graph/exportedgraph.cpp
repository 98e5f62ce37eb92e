#include "core/engine/network/graph/exportedgraph.h"

#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/exportednode.h"
#include "core/engine/network/graph/operatorroles.h"
#include "core/engine/network/graph/operatorrules.h"
#include "core/engine/network/graph/operatorsizes.h"
#include "core/engine/network/graph/symbolicoperators.h"
#include "core/engine/network/pickle.h"
#include "core/error.h"

#include <ATen/ATen.h>
#include <ATen/core/jit_type.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace convscope {

namespace {

using Stack = std::vector<c10::IValue>;

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

/// The name, or with a number from 2 on where it is used. Numbers are used in turn, so the last of them is
/// found by halving: many nodes may have one name.
std::string unusedName(const std::set<std::string> &used, const std::string &name)
{
    if (!used.contains(name))
        return name;
    const auto numbered = [&](std::size_t number) { return name + "_" + std::to_string(number); };
    std::size_t taken = 1; // the name itself
    std::size_t unused = 2;
    while (used.contains(numbered(unused))) {
        taken = unused;
        unused *= 2;
    }
    while (unused - taken > 1) {
        const std::size_t middle = taken + (unused - taken) / 2;
        (used.contains(numbered(middle)) ? taken : unused) = middle;
    }
    return numbered(unused);
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
    made.name = unusedName(m_nodeNames, nodeName(node, target));
    m_nodeNames.insert(made.name);
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

} // namespace convscope
