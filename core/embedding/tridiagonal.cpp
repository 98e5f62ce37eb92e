#include "core/embedding/tridiagonal.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace convscope {

TridiagonalEigen::TridiagonalEigen(std::vector<double> diagonal, std::vector<double> beside, Entries entries)
    : m_diagonal(std::move(diagonal))
    , m_beside(std::move(beside))
    , m_each(entries == Entries::Last ? 1 : m_diagonal.size())
    , m_entries(m_diagonal.size() * m_each)
{
    m_beside.push_back(0);
    if (entries == Entries::Last) {
        m_entries.back() = 1;
    } else {
        for (std::size_t i = 0; i < m_each; ++i)
            m_entries[i * m_each + i] = 1;
    }
}

bool TridiagonalEigen::step()
{
    const std::size_t size = m_diagonal.size();
    const std::size_t first = m_found;
    std::vector<double> &d = m_diagonal;
    std::vector<double> &e = m_beside;
    constexpr int most = 60; // two or three are usual
    for (int round = 0; round < most; ++round) {
        std::size_t last = first;
        for (; last + 1 < size; ++last) {
            const double size2 = std::abs(d[last]) + std::abs(d[last + 1]);
            if (std::abs(e[last]) <= std::numeric_limits<double>::epsilon() * size2)
                break;
        }
        if (last == first)
            break;
        double g = (d[first + 1] - d[first]) / (2 * e[first]);
        double r = std::hypot(g, 1.0);
        g = d[last] - d[first] + e[first] / (g + std::copysign(r, g));
        double s = 1;
        double c = 1;
        double p = 0;
        bool isSplit = false;
        for (std::size_t i = last; i-- > first;) {
            const double f = s * e[i];
            const double b = c * e[i];
            r = std::hypot(f, g);
            e[i + 1] = r;
            if (r == 0) {
                d[i + 1] -= p;
                e[last] = 0;
                isSplit = true;
                break;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
            double *lower = &m_entries[i * m_each];
            double *upper = lower + m_each;
            for (std::size_t k = 0; k < m_each; ++k) {
                const double high = upper[k];
                upper[k] = s * lower[k] + c * high;
                lower[k] = c * lower[k] - s * high;
            }
        }
        if (isSplit)
            continue;
        d[first] -= p;
        e[first] = g;
        e[last] = 0;
    }
    return ++m_found < size;
}

void TridiagonalEigen::finish()
{
    while (step()) { }
}

std::vector<std::size_t> TridiagonalEigen::order() const
{
    std::vector<std::size_t> order(m_diagonal.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(
        order, [this](std::size_t a, std::size_t b) { return m_diagonal[a] > m_diagonal[b]; });
    return order;
}

} // namespace convscope
