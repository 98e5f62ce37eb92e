#pragma once

#include "core/network/graphnode.h"

#include <optional>
#include <vector>

namespace convscope {

/// The nodes that a node takes values from, each once.
std::vector<int> makersOf(const GraphNode &node);

/// For each node the nodes that take its value, in the order in which they run, each once.
std::vector<std::vector<int>> takersIn(const std::vector<GraphNode> &graph);

/// Where the values of a graph are drawn when each node is one line, as git draws branches: a value runs down
/// a lane from the node that makes it to the last node that takes it, and then the lane is free for others.
class GraphLanes
{
public:
    GraphLanes() = default;
    explicit GraphLanes(const std::vector<GraphNode> &graph);

    int laneCount() const { return int(m_makersIn.size()); }
    /// Where the node stands, and its value begins.
    int laneOf(int node) const { return m_lane[std::size_t(node)]; }
    /// The lanes from the left up to the last one in which anything is drawn beside the node.
    int lanesAt(int node) const;
    /// The last node that takes the value; the node itself where none does.
    int lastTaker(int node) const { return m_lastTaker[std::size_t(node)]; }
    /// The node whose value runs down this lane past another node, which may take it as well; none where the
    /// lane is free there, begins or ends.
    std::optional<int> passing(int lane, int node) const;

private:
    /// The node whose value comes to another one's line from above, and may end there.
    std::optional<int> fromAbove(int lane, int node) const;

    std::vector<int> m_lane;
    std::vector<int> m_lastTaker;
    std::vector<std::vector<int>> m_makersIn; ///< of each lane, in the order in which they run
};

} // namespace convscope
