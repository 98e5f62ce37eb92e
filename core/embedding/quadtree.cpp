#include "core/embedding/quadtree.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

namespace convscope {

namespace {

/// The bits of a number, with a zero before each.
std::uint64_t spread(std::uint64_t value)
{
    value = (value | (value << 16)) & 0x0000ffff0000ffffULL;
    value = (value | (value << 8)) & 0x00ff00ff00ff00ffULL;
    value = (value | (value << 4)) & 0x0f0f0f0f0f0f0f0fULL;
    value = (value | (value << 2)) & 0x3333333333333333ULL;
    return (value | (value << 1)) & 0x5555555555555555ULL;
}

} // namespace

void QuadTree::build(const std::vector<double> &positions, double theta)
{
    const std::size_t count = positions.size() / 2;
    m_theta = theta;
    double low[2] = {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    double high[2] = {-low[0], -low[1]};
    for (std::size_t i = 0; i < positions.size(); ++i) {
        low[i % 2] = std::min(low[i % 2], positions[i]);
        high[i % 2] = std::max(high[i % 2], positions[i]);
    }
    m_width = count == 0 ? 0 : std::max(high[0] - low[0], high[1] - low[1]);
    constexpr double cells = 4294967295.0; // of an axis, less one
    const double scale = m_width > 0 ? cells / m_width : 0;
    m_order.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto x = std::uint64_t((positions[2 * i] - low[0]) * scale);
        const auto y = std::uint64_t((positions[2 * i + 1] - low[1]) * scale);
        m_order[i] = {spread(std::min<std::uint64_t>(x, 0xffffffffU))
                | (spread(std::min<std::uint64_t>(y, 0xffffffffU)) << 1),
            int(i)};
    }
    std::ranges::sort(m_order);
    m_x.resize(count);
    m_y.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        m_x[i] = positions[2 * std::size_t(m_order[i].second)];
        m_y[i] = positions[2 * std::size_t(m_order[i].second) + 1];
    }
    m_nodes.clear();
    if (count > 0)
        add(0, count);
}

/// The cell of some points that follow each other, and all cells in it. It is the smallest that holds them.
void QuadTree::add(std::size_t begin, std::size_t end)
{
    const std::size_t place = m_nodes.size();
    m_nodes.emplace_back();
    double x = 0;
    double y = 0;
    for (std::size_t i = begin; i < end; ++i) {
        x += m_x[i];
        y += m_y[i];
    }
    const auto points = double(end - begin);
    double reach = 0;
    const std::uint64_t different = m_order[begin].first ^ m_order[end - 1].first;
    if (different != 0) { // else they stand at one place, or there is one alone
        const int level = std::countl_zero(different) / 2;
        const double width = std::ldexp(m_width, -level);
        reach = m_theta > 0 ? width * width / (m_theta * m_theta) : std::numeric_limits<double>::infinity();
        const int shift = 62 - 2 * level;
        for (std::size_t from = begin; from < end;) {
            const std::uint64_t quarter = m_order[from].first >> shift;
            const auto behind = std::partition_point(m_order.begin() + std::ptrdiff_t(from),
                m_order.begin() + std::ptrdiff_t(end),
                [&](const auto &point) { return point.first >> shift == quarter; });
            const auto to = std::size_t(behind - m_order.begin());
            add(from, to);
            from = to;
        }
    }
    m_nodes[place] = {x / points, y / points, reach, points, m_nodes.size()};
}

void QuadTree::ask(std::size_t group, Group &answer) const
{
    const std::size_t first = group * together;
    answer.count = std::min(together, m_order.size() - first);
    std::array<double, together> x;
    std::array<double, together> y;
    for (std::size_t i = 0; i < together; ++i) {
        const std::size_t place =
            first + std::min(i, answer.count - 1); // the last again where there are too few
        answer.points[i] = m_order[place].second;
        x[i] = m_x[place];
        y[i] = m_y[place];
    }
    std::array<double, together> sumX{};
    std::array<double, together> sumY{};
    std::array<double, together> sum{};
    for (std::size_t at = 0; at < m_nodes.size();) {
        const Node &node = m_nodes[at];
        std::array<double, together> awayX;
        std::array<double, together> awayY;
        std::array<double, together> squared;
        for (std::size_t i = 0; i < together; ++i) {
            awayX[i] = x[i] - node.x;
            awayY[i] = y[i] - node.y;
            squared[i] = awayX[i] * awayX[i] + awayY[i] * awayY[i];
        }
        double nearest = squared[0];
        for (std::size_t i = 1; i < together; ++i)
            nearest = squared[i] < nearest ? squared[i] : nearest;
        if (nearest < node.reach) {
            ++at;
            continue;
        }
        for (std::size_t i = 0; i < together; ++i) {
            const double q = 1 / (1 + squared[i]);
            const double part = node.points * q;
            sum[i] += part;
            sumX[i] += part * q * awayX[i];
            sumY[i] += part * q * awayY[i];
        }
        at = node.behind;
    }
    answer.x = sumX;
    answer.y = sumY;
    answer.sum = sum;
}

} // namespace convscope
