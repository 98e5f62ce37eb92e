#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/exportedgraph.h"
#include "core/engine/network/graph/exportednode.h"
#include "core/engine/network/pickle.h"
#include "core/error.h"
#include "core/runtime.h"

#include <utility>

namespace convscope {

namespace {

/// The name of a value among inputs or outputs; empty where it is None or a number.
std::string valueName(const Json &value)
{
    if (const Json *name = findMember(value, "name")) // of a list of tensors
        return text(*name);
    const auto [kind, inner] = unionOf(value);
    const char *key = kind == "as_tensor" ? "name" : "as_name";
    const Json *name = inner->is_object() ? findMember(*inner, key) : nullptr;
    return name ? text(*name) : std::string();
}

/// What the graph inside of a node takes, by its names there: the arguments behind the first two.
ValueNames innerNames(const Json &graph, const std::vector<GivenArgument> &given)
{
    const std::vector<const Json *> parameters = flattened(member(graph, "inputs"));
    if (parameters.size() + 2 != given.size())
        damaged("a graph inside of the graph takes other values than it is given");
    ValueNames names;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const std::string name = valueName(*parameters[i]);
        if (!name.empty() && given[i + 2].kind == GivenArgument::Kind::Value)
            names[name] = given[i + 2].value;
    }
    return names;
}

} // namespace

void ExportedGraph::addInlined(const Json &node, const std::string &target)
{
    constexpr int deepest = 8;
    if (target != "torch.ops.higher_order.wrap_with_set_grad_enabled" || m_depth == deepest)
        throw Error(ErrorKind::OperatorUnknown, {},
            {printable(withoutPrefix(target)), printable(nodeName(node, target)), torchName()});
    std::vector<GivenArgument> given; // whether there are gradients, the graph, what that takes
    for (const Json &input : list(member(node, "inputs")))
        given.push_back(readArgument(member(input, "arg"), m_names));
    if (given.size() < 2 || given[0].kind != GivenArgument::Kind::Truth
        || given[1].kind != GivenArgument::Kind::Graph)
        damaged("the node " + printable(nodeName(node, target)));
    const Json &graph = *given[1].graph;

    ValueNames inner = std::exchange(m_names, innerNames(graph, given));
    const bool keptGradients = std::exchange(m_keepsGradients, m_keepsGradients && given[0].truth);
    ++m_depth;
    addNodes(member(graph, "nodes"));
    --m_depth;
    m_keepsGradients = keptGradients;
    std::swap(m_names, inner);
    defineResults(member(graph, "outputs"), inner, member(node, "outputs"));
}

void ExportedGraph::defineResults(const Json &results, const ValueNames &inner, const Json &outputs)
{
    const std::vector<const Json *> from = flattened(results);
    const std::vector<const Json *> to = flattened(outputs);
    if (from.size() != to.size())
        damaged("a graph inside of the graph gives other values than are taken");
    for (std::size_t i = 0; i < to.size(); ++i) {
        const auto found = inner.find(valueName(*from[i]));
        if (found == inner.end())
            damaged("the value " + printable(valueName(*from[i])) + " is missing");
        define(valueName(*to[i]), found->second);
    }
}

} // namespace convscope
