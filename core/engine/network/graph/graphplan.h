#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/graph.h"

#include <optional>
#include <set>
#include <vector>

namespace convscope {

/// One operator of a run.
struct PlannedStep
{
    int step = 0; ///< of Graph::operators
    bool isFolded = false; ///< with the batch norm behind it
    bool passesOn = false; ///< is a batch norm that was folded, and gives what it is given
    std::vector<int> released = {}; ///< values that nobody needs any more behind it
};

/// What a run has to compute.
struct PlanRequest
{
    std::set<int> values; ///< that are looked at
    bool toTheEnd = true; ///< what the network gives is needed as well
    std::optional<int> begin = {}; ///< a value that is given, from which the run begins; none: the picture
    /// Batch norms are folded into what lies before them. Sums are then rounded otherwise, which moves ReLUs
    /// that are near 0: gradients are closer to PyTorch's without.
    bool folds = true;

    auto operator<=>(const PlanRequest &) const = default;
};

/// Plans runs of a graph, which must outlive this.
class GraphPlanner
{
public:
    explicit GraphPlanner(const Graph &graph);

    /// The operators that are needed, in their order. None where a run from `begin` needs the picture as
    /// well.
    std::optional<std::vector<PlannedStep>> plan(const PlanRequest &request) const;

    /// The batch norm right behind a convolution that nobody else looks at; −1 of other operators.
    int normBehind(int step) const { return m_norms[std::size_t(step)]; }

    /// Whether an operator changes the picture in place.
    bool changesPicture() const { return m_changesPicture; }

private:
    int rootOf(int value) const { return m_roots[std::size_t(value)]; }
    void findNeeds();
    bool isInside(int change, const PlanRequest &request) const;
    void findNorms();
    std::set<int> needed(const PlanRequest &request) const;

    const Graph &m_graph;
    std::vector<int> m_makers; ///< by value
    std::vector<int> m_roots; ///< by value: the value whose memory it may share
    std::vector<int> m_lastChange; ///< by value: the last operator to change its memory in place, or −1
    std::vector<std::vector<int>> m_changesBefore; ///< by operator: in-place ones before it that it sees
    std::vector<int> m_norms; ///< by operator
    bool m_changesPicture = false;
};

} // namespace convscope
