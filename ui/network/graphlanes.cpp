#include "ui/network/graphlanes.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace convscope {

namespace {

/// The lanes that no value runs in.
class FreeLanes
{
public:
    /// The leftmost one.
    int take()
    {
        if (m_free.empty())
            return m_count++;
        return m_free.extract(m_free.begin()).value();
    }
    void take(int lane) { m_free.erase(lane); }
    void give(int lane) { m_free.insert(lane); }
    int count() const { return m_count; }

private:
    std::set<int> m_free;
    int m_count = 0;
};

} // namespace

std::vector<int> makersOf(const GraphNode &node)
{
    std::vector<int> makers;
    for (const GraphInput &input : node.inputs) {
        if (input.maker)
            makers.push_back(*input.maker);
    }
    std::ranges::sort(makers);
    makers.erase(std::unique(makers.begin(), makers.end()), makers.end());
    return makers;
}

std::vector<std::vector<int>> takersIn(const std::vector<GraphNode> &graph)
{
    std::vector<std::vector<int>> takers(graph.size());
    for (std::size_t node = 0; node < graph.size(); ++node) {
        for (const int maker : makersOf(graph[node]))
            takers[std::size_t(maker)].push_back(int(node));
    }
    return takers;
}

GraphLanes::GraphLanes(const std::vector<GraphNode> &graph)
    : m_lane(graph.size())
    , m_lastTaker(graph.size())
{
    std::iota(m_lastTaker.begin(), m_lastTaker.end(), 0);
    for (std::size_t node = 0; node < graph.size(); ++node) {
        for (const int maker : makersOf(graph[node]))
            m_lastTaker[std::size_t(maker)] = int(node);
    }
    FreeLanes lanes;
    for (int node = 0; node < int(graph.size()); ++node) {
        std::optional<int> lane; // goes on in the leftmost lane that ends here, so that a chain is straight
        for (const int maker : makersOf(graph[std::size_t(node)])) {
            if (lastTaker(maker) != node)
                continue;
            lanes.give(laneOf(maker));
            lane = std::min(lane.value_or(laneOf(maker)), laneOf(maker));
        }
        if (lane)
            lanes.take(*lane);
        else
            lane = lanes.take();
        m_lane[std::size_t(node)] = *lane;
        m_makersIn.resize(std::size_t(lanes.count()));
        m_makersIn[std::size_t(*lane)].push_back(node);
        if (lastTaker(node) == node)
            lanes.give(*lane);
    }
}

int GraphLanes::lanesAt(int node) const
{
    int lane = laneCount() - 1;
    while (lane > laneOf(node) && !fromAbove(lane, node))
        --lane;
    return lane + 1;
}

std::optional<int> GraphLanes::fromAbove(int lane, int node) const
{
    const std::vector<int> &makers = m_makersIn[std::size_t(lane)];
    const auto next = std::ranges::lower_bound(makers, node);
    if (next == makers.begin() || lastTaker(*std::prev(next)) < node)
        return {};
    return *std::prev(next);
}

std::optional<int> GraphLanes::passing(int lane, int node) const
{
    const std::optional<int> maker = fromAbove(lane, node);
    return maker && lastTaker(*maker) > node ? maker : std::nullopt;
}

} // namespace convscope
