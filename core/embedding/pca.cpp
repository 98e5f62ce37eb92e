#include "core/embedding/pca.h"

#include "core/computing.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace convscope {

namespace {

constexpr std::size_t alwaysComplete = 128; ///< features
constexpr std::size_t lookEvery = 10; ///< steps
/// What is left of an eigenvector after the matrix and its value are taken from it, as part of the matrix.
constexpr double converged = 1e-12;
constexpr double nothing = 1e-13;
/// Multiplications of one step().
constexpr std::size_t atOnce = 20'000'000;

double dot(const std::vector<double> &a, const std::vector<double> &b)
{
    // Four sums, so that the compiler may keep them apart; always in this order.
    double sums[4] = {};
    std::size_t i = 0;
    for (; i + 4 <= a.size(); i += 4)
        for (std::size_t k = 0; k < 4; ++k)
            sums[k] += a[i + k] * b[i + k];
    for (; i < a.size(); ++i)
        sums[0] += a[i] * b[i];
    return sums[0] + sums[1] + (sums[2] + sums[3]);
}

double lengthOf(const std::vector<double> &vector) { return std::sqrt(dot(vector, vector)); }

} // namespace

void PrincipalAxes::project(const float *rows, std::size_t rowCount, float *to) const
{
    std::vector<double> centred(width);
    for (std::size_t row = 0; row < rowCount; ++row) {
        for (std::size_t i = 0; i < width; ++i)
            centred[i] = double(rows[row * width + i]) - mean[i];
        for (std::size_t axis = 0; axis < count(); ++axis) {
            const double *direction = &axes[axis * width];
            double sums[4] = {};
            std::size_t i = 0;
            for (; i + 4 <= width; i += 4)
                for (std::size_t k = 0; k < 4; ++k)
                    sums[k] += direction[i + k] * centred[i + k];
            for (; i < width; ++i)
                sums[0] += direction[i] * centred[i];
            to[row * count() + axis] = float(sums[0] + sums[1] + (sums[2] + sums[3]));
        }
    }
}

PrincipalAxesSearch::PrincipalAxesSearch(Covariance covariance, std::size_t count)
    : m_random(16)
{
    const std::size_t width = covariance.width();
    const std::size_t rows = covariance.count();
    m_result.width = width;
    m_result.mean = covariance.mean();
    m_matrix = covariance.takeMatrix();
    for (std::size_t i = 0; i < width; ++i)
        m_result.totalVariance += m_matrix[i * width + i];
    m_scale = m_result.totalVariance;
    m_wanted = std::min({count, width, rows > 0 ? rows - 1 : 0});
}

/// Of equal chance in [−1, 1), by SplitMix64, orthogonal to what there is and of length 1.
std::vector<double> PrincipalAxesSearch::randomDirection()
{
    std::vector<double> direction(m_result.width);
    double length = 0;
    while (length < 1e-3) {
        for (double &value : direction) {
            std::uint64_t bits = m_random += 0x9e3779b97f4a7c15ULL;
            bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9ULL;
            bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebULL;
            value = double((bits ^ (bits >> 31)) >> 11) / double(1ULL << 52) - 1;
        }
        makeOrthogonal(direction);
        length = lengthOf(direction);
    }
    for (double &value : direction)
        value /= length;
    makeOrthogonal(direction);
    return direction;
}

/// Twice is enough.
void PrincipalAxesSearch::makeOrthogonal(std::vector<double> &vector) const
{
    for (int round = 0; round < 2; ++round) {
        for (const std::vector<double> &known : m_basis) {
            const double part = dot(known, vector);
            for (std::size_t i = 0; i < vector.size(); ++i)
                vector[i] -= part * known[i];
        }
    }
}

/// One more vector of the basis, and the row of the small matrix for the one before.
void PrincipalAxesSearch::extend()
{
    if (m_basis.empty()) {
        m_basis.push_back(randomDirection());
        return;
    }
    const std::size_t width = m_result.width;
    const std::vector<double> &last = m_basis.back();
    std::vector<double> next(width);
    for (std::size_t i = 0; i < width; ++i) {
        const double *row = &m_matrix[i * width];
        double sums[4] = {};
        std::size_t j = 0;
        for (; j + 4 <= width; j += 4)
            for (std::size_t k = 0; k < 4; ++k)
                sums[k] += row[j + k] * last[j + k];
        for (; j < width; ++j)
            sums[0] += row[j] * last[j];
        next[i] = sums[0] + sums[1] + (sums[2] + sums[3]);
    }
    m_diagonal.push_back(dot(last, next));
    makeOrthogonal(next);
    const double length = lengthOf(next);
    if (m_basis.size() == width)
        return; // the basis is complete
    if (length <= nothing * m_scale) {
        m_beside.push_back(0);
        m_basis.push_back(randomDirection());
        return;
    }
    for (double &value : next)
        value /= length;
    m_beside.push_back(length);
    m_basis.push_back(std::move(next));
}

/// What is wanted of the small matrix is so good that more vectors would not change it.
bool PrincipalAxesSearch::isFoundSoon() const
{
    const std::size_t size = m_diagonal.size();
    if (size == m_result.width)
        return true;
    if (m_result.width <= alwaysComplete || size < m_wanted || size % lookEvery != 0)
        return false;
    TridiagonalEigen small(m_diagonal, {m_beside.begin(), m_beside.begin() + std::ptrdiff_t(size) - 1},
        TridiagonalEigen::Entries::Last);
    small.finish();
    const std::vector<std::size_t> order = small.order();
    return std::all_of(order.begin(), order.begin() + std::ptrdiff_t(m_wanted), [&](std::size_t value) {
        return std::abs(m_beside.back() * *small.entries(value)) <= converged * m_scale;
    });
}

bool PrincipalAxesSearch::step()
{
    mayBlock("PrincipalAxesSearch");
    if (m_result.count() >= m_wanted)
        return false;
    std::size_t done = 0;
    const std::size_t width = m_result.width;
    while (!m_small && done < atOnce) {
        extend();
        done += width * width + 4 * width * m_basis.size();
        if (!m_diagonal.empty() && isFoundSoon())
            m_small.emplace(m_diagonal,
                std::vector<double>(
                    m_beside.begin(), m_beside.begin() + std::ptrdiff_t(m_diagonal.size()) - 1),
                TridiagonalEigen::Entries::All);
    }
    while (m_small && !m_smallDone && done < atOnce) {
        m_smallDone = !m_small->step();
        done += 12 * m_diagonal.size() * m_diagonal.size();
    }
    while (m_smallDone && done < atOnce && m_result.count() < m_wanted) {
        takeAxis();
        done += m_diagonal.size() * width;
    }
    return m_result.count() < m_wanted;
}

void PrincipalAxesSearch::takeAxis()
{
    const std::size_t value = m_small->order()[m_result.count()];
    const double *weights = m_small->entries(value);
    std::vector<double> axis(m_result.width);
    for (std::size_t k = 0; k < m_diagonal.size(); ++k)
        for (std::size_t i = 0; i < axis.size(); ++i)
            axis[i] += weights[k] * m_basis[k][i];
    const double largest =
        *std::ranges::max_element(axis, [](double a, double b) { return std::abs(a) < std::abs(b); });
    const double length = std::copysign(lengthOf(axis), largest);
    for (const double entry : axis)
        m_result.axes.push_back(entry / length);
    m_result.variances.push_back(std::max(0.0, m_small->values()[value]));
}

/// How many vectors it takes is not known before.
Progress PrincipalAxesSearch::progress() const { return {int(m_diagonal.size() + m_result.count()), 0}; }

PrincipalAxes principalAxes(Covariance covariance, std::size_t count)
{
    PrincipalAxesSearch search(std::move(covariance), count);
    while (search.step()) { }
    return search.result();
}

} // namespace convscope
