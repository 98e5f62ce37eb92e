#include "core/engine/network/graph/graphnodes.h"

#include "core/engine/network/graph/graphcalls.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

class NodeWriter
{
public:
    NodeWriter(const Graph &graph, const std::map<int, std::vector<std::int64_t>> &shapes)
        : m_graph(graph)
        , m_shapes(shapes)
        , m_makers(makersOf(graph))
    {
    }

    GraphNode written(const Operator &step) const
    {
        GraphNode node{step.name, step.kind, {}};
        if (!step.modules.empty())
            node.module = m_graph.modules[std::size_t(step.modules.back().module)].name;
        node.attributes = step.attributes;
        for (std::size_t i = 0; i < step.arguments.size(); ++i) {
            const std::string name = i < step.argumentNames.size() ? step.argumentNames[i] : std::string();
            forValues(step.arguments[i], [&](int value) { node.inputs.push_back(inputOf(name, value)); });
        }
        if (!step.outputs.empty() && step.outputs.front() >= 0)
            node.shape = withoutBatch(step.outputs.front());
        return node;
    }

private:
    GraphInput inputOf(const std::string &name, int value) const
    {
        const GraphValue &given = m_graph.values[std::size_t(value)];
        GraphInput input{name, given.name};
        if (const int maker = m_makers[std::size_t(value)]; maker >= 0)
            input.maker = maker;
        if (given.constant.isTensor() && given.constant.toTensor().defined())
            input.shape = given.constant.toTensor().sizes().vec();
        else if (given.constant.isNone())
            input.shape = withoutBatch(value);
        return input;
    }

    std::vector<std::int64_t> withoutBatch(int value) const
    {
        const auto found = m_shapes.find(value);
        if (found == m_shapes.end() || found->second.empty())
            return {};
        return {found->second.begin() + 1, found->second.end()};
    }

    const Graph &m_graph;
    const std::map<int, std::vector<std::int64_t>> &m_shapes;
    std::vector<int> m_makers;
};

} // namespace

std::vector<GraphNode> describedNodes(const Graph &graph,
    const std::map<int, std::vector<std::int64_t>> &shapes, const std::map<int, int> &layers)
{
    const NodeWriter writer(graph, shapes);
    std::vector<GraphNode> nodes;
    for (const Operator &step : graph.operators) {
        nodes.push_back(writer.written(step));
        for (const int value : step.outputs) {
            if (const auto found = layers.find(value); found != layers.end() && !nodes.back().layer)
                nodes.back().layer = found->second;
        }
    }
    return nodes;
}

} // namespace convscope
