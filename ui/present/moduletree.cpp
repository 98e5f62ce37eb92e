#include "ui/present/moduletree.h"

#include <algorithm>

namespace convscope {

namespace {

/// The node of that name below `nodes`; a new one where there is none.
ModuleNode &nodeAt(std::vector<ModuleNode> &nodes, const std::string &name, std::size_t known)
{
    const std::size_t dot = name.find('.', known);
    const std::string part = name.substr(0, dot);
    auto node =
        std::find_if(nodes.begin(), nodes.end(), [&](const ModuleNode &each) { return each.name == part; });
    if (node == nodes.end())
        node = nodes.insert(nodes.end(), ModuleNode{part, nullptr, 0, {}});
    return dot == std::string::npos ? *node : nodeAt(node->children, name, dot + 1);
}

void countParameters(ModuleNode &node)
{
    std::int64_t inside = 0;
    for (ModuleNode &child : node.children) {
        countParameters(child);
        inside += child.parameterCount;
    }
    node.parameterCount = node.layer ? node.layer->parameterCount : inside;
}

} // namespace

std::vector<ModuleNode> moduleTree(const NetworkInfo &info)
{
    std::vector<ModuleNode> nodes;
    for (const Layer &layer : info.layers) // leaves first: they give the order
        nodeAt(nodes, layer.name, 0).layer = &layer;
    for (ModuleNode &node : nodes)
        countParameters(node);
    return nodes;
}

} // namespace convscope
