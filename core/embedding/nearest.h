#pragma once

#include "core/computation.h"

#include <cstddef>
#include <vector>

namespace convscope {

/// The nearest of some points to each of others.
struct NearestPoints
{
    std::size_t each = 0; ///< so many, the nearest first; of equal distance the one that stands before
    std::vector<int> places; ///< a row of `each` for each point
    std::vector<float> squared; ///< the squares of their distances
};

/// Finds them by looking at all pairs, exactly, a block at a time.
class NearestSearch : public Computation
{
public:
    /// Of each point the nearest others: `count` points of `width` values each. `each` is at most count − 1.
    NearestSearch(const std::vector<float> &points, std::size_t width, std::size_t each);
    /// Of each of `asked` the nearest of `points`; `each` is at most the number of points. Both are of finite
    /// values.
    NearestSearch(const std::vector<float> &points, const std::vector<float> &asked, std::size_t width,
        std::size_t each);

    bool step() override;
    Progress progress() const override { return {int(m_done), int(m_count)}; }
    /// When it has ended.
    const NearestPoints &result() const { return m_result; }

private:
    void pack(const std::vector<float> &points);

    std::size_t m_width;
    std::size_t m_points; ///< how many
    std::size_t m_count; ///< of those that are asked
    bool m_isSame; ///< a point is not near to itself
    std::vector<float> m_packed; ///< the points, some side by side, a value of each after the other
    std::vector<float> m_asked;
    std::size_t m_done = 0;
    NearestPoints m_result;
};

} // namespace convscope
