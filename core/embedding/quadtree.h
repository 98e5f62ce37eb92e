#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace convscope {

/// The repulsion of t-SNE: what all other points do to each, far ones together by a tree of cells (Barnes and
/// Hut 1986; van der Maaten 2014).
class QuadTree
{
public:
    /// Points whose sums are taken together, as they lie near to each other.
    static constexpr std::size_t together = 8;

    /// x and y of each point. A cell stands for its points where it is less wide than `theta` times its
    /// distance from all of the points that are asked together; 0 is exact.
    void build(const std::vector<double> &positions, double theta);

    std::size_t groups() const { return (m_order.size() + together - 1) / together; }
    /// The points of a group.
    struct Group
    {
        std::array<int, together> points;
        std::size_t count = 0;
        std::array<double, together>
            x; ///< of the sum of q²·(difference) over other points, q = 1/(1 + squared distance)
        std::array<double, together> y;
        std::array<double, together> sum; ///< of q over all points, its own 1 among them
    };
    void ask(std::size_t group, Group &answer) const;

private:
    struct Node
    {
        double x; ///< where its points are on average
        double y;
        double reach; ///< the square of its width over theta; 0 of a leaf
        double points;
        std::size_t behind; ///< the first that is not in it
    };

    void add(std::size_t begin, std::size_t end);

    double m_width = 0;
    double m_theta = 0;
    std::vector<std::pair<std::uint64_t, int>> m_order; ///< along a Z-shaped curve
    std::vector<double> m_x; ///< in that order
    std::vector<double> m_y;
    std::vector<Node> m_nodes; ///< each before those in it
};

} // namespace convscope
