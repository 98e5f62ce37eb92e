#include "core/embedding/nearest.h"

#include "core/computing.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace convscope {

namespace {

constexpr std::size_t lanes = 16; ///< points side by side
/// Values compared in one step().
constexpr std::size_t atOnce = 40'000'000;

} // namespace

NearestSearch::NearestSearch(const std::vector<float> &points, std::size_t width, std::size_t each)
    : m_width(width)
    , m_points(points.size() / width)
    , m_count(m_points)
    , m_isSame(true)
    , m_asked(points)
{
    m_result.each = each;
    pack(points);
}

NearestSearch::NearestSearch(
    const std::vector<float> &points, const std::vector<float> &asked, std::size_t width, std::size_t each)
    : m_width(width)
    , m_points(points.size() / width)
    , m_count(asked.size() / width)
    , m_isSame(false)
    , m_asked(asked)
{
    m_result.each = each;
    pack(points);
}

void NearestSearch::pack(const std::vector<float> &points)
{
    m_packed.resize((m_points + lanes - 1) / lanes * lanes * m_width);
    for (std::size_t point = 0; point < m_points; ++point)
        for (std::size_t i = 0; i < m_width; ++i)
            m_packed[(point / lanes * m_width + i) * lanes + point % lanes] = points[point * m_width + i];
    m_result.places.resize(m_count * m_result.each);
    m_result.squared.resize(m_count * m_result.each);
}

bool NearestSearch::step()
{
    mayBlock("NearestSearch");
    const std::size_t each = m_result.each;
    const std::size_t rows = std::max<std::size_t>(1, atOnce / std::max<std::size_t>(1, m_points * m_width));
    const std::size_t end = each == 0 ? m_count : std::min(m_count, m_done + rows);
    std::vector<std::pair<float, int>> heap;
    for (; each > 0 && m_done < end; ++m_done) {
        heap.clear();
        float worst = std::numeric_limits<float>::infinity();
        const float *asked = &m_asked[m_done * m_width];
        for (std::size_t first = 0; first < m_points; first += lanes) {
            std::array<float, lanes> squared{};
            const float *values = &m_packed[first * m_width];
            for (std::size_t i = 0; i < m_width; ++i) {
                for (std::size_t lane = 0; lane < lanes; ++lane) {
                    const float away = asked[i] - values[i * lanes + lane];
                    squared[lane] += away * away;
                }
            }
            for (std::size_t lane = 0; lane < std::min(lanes, m_points - first); ++lane) {
                const std::size_t point = first + lane;
                if (!(squared[lane] < worst || heap.size() < each) || (m_isSame && point == m_done))
                    continue;
                if (heap.size() == each) {
                    std::ranges::pop_heap(heap);
                    heap.pop_back();
                }
                heap.emplace_back(squared[lane], int(point));
                std::ranges::push_heap(heap);
                if (heap.size() == each)
                    worst = heap.front().first;
            }
        }
        std::ranges::sort_heap(heap);
        for (std::size_t i = 0; i < heap.size(); ++i) {
            m_result.squared[m_done * each + i] = heap[i].first;
            m_result.places[m_done * each + i] = heap[i].second;
        }
    }
    m_done = end;
    return m_done < m_count;
}

} // namespace convscope
