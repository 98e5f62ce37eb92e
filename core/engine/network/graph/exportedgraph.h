#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/exportedarguments.h"
#include "core/engine/network/graph/exportedmodules.h"
#include "core/engine/network/graph/exportedsignature.h"

#include <set>

namespace convscope {

/// Makes a Graph of an exported program's nodes, one after the other.
class ExportedGraph
{
public:
    explicit ExportedGraph(const GraphTarget &target)
        : m_target(target)
    {
    }

    /// A weight or a constant, under its name in the graph and its own; returns its place among the values.
    int addConstant(
        const std::string &name, const std::string &ownName, const at::Tensor &tensor, bool isParameter);
    int addPicture(const std::string &name);

    /// Throws Error: OperatorUnknown, OperatorForbidden, OperatorArgument, NetworkQuantised, NetworkRandom,
    /// NetworkDamaged.
    void addNodes(const Json &nodes);

    bool has(const std::string &name) const { return m_names.contains(name); }

    /// What has been made; `outputs` are what the user gets.
    Graph finish(const std::vector<ExportedOutput> &outputs);

private:
    int addValue(const std::string &name, ValueKind kind);
    void define(const std::string &name, int value);
    void addNode(const Json &node);
    void addSymbolic(const Json &node, const std::string &target);
    void addOperator(const Json &node, const std::string &target);
    /// The part of a network that Python runs with gradients switched on or off is a graph of its own.
    void addInlined(const Json &node, const std::string &target);
    void defineResults(const Json &results, const ValueNames &inner, const Json &outputs);
    void addOutputs(const TorchOperator &op, const Json &outputs, Operator &made);
    int addOutput(const Json &output, ValueKind kind);
    bool countsBatches(const TorchOperator &op) const;
    void followMemory(const TorchOperator &op, const Operator &made);
    void requireOwnMemory(const TorchOperator &op) const;
    Operator begin(const Json &node, const std::string &target);
    void keepUsed();
    void nameWeights();

    GraphTarget m_target;
    Graph m_graph;
    ExportedModules m_modules;
    ValueNames m_names;
    std::set<std::string> m_nodeNames;
    std::vector<ValueKind> m_kinds; ///< of each value
    std::vector<bool> m_isFixed; ///< of each value: it may share memory with a weight or a constant
    std::vector<int> m_matrixOf; ///< of each value: the matrix that it is the transpose of, or −1
    int m_depth = 0; ///< of graphs inside of nodes
    bool m_keepsGradients = true; ///< what is added next
};

} // namespace convscope
