#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/exportedgraph.h"
#include "core/engine/network/graph/exportednode.h"
#include "core/engine/network/pickle.h"

#include <iterator>

namespace convscope {

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
