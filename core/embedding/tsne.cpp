#include "core/embedding/tsne.h"

#include "core/computing.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

constexpr std::size_t atOnce = 2048; ///< points whose forces are summed in one step()

/// What the points with an affinity do to one: the sum of p·q·(difference).
void attract(
    const Affinities &affinities, const std::vector<double> &positions, std::size_t point, double *sum)
{
    const double x = positions[2 * point];
    const double y = positions[2 * point + 1];
    double sumX = 0;
    double sumY = 0;
    for (std::size_t i = affinities.begins[point]; i < affinities.begins[point + 1]; ++i) {
        const auto other = std::size_t(affinities.places[i]);
        const double awayX = x - positions[2 * other];
        const double awayY = y - positions[2 * other + 1];
        const double part = double(affinities.values[i]) / (1 + awayX * awayX + awayY * awayY);
        sumX += part * awayX;
        sumY += part * awayY;
    }
    sum[0] = sumX;
    sum[1] = sumY;
}

/// Repulsion of the points of a group; returns what they add to the sum of q over all pairs.
double repel(const QuadTree &tree, std::size_t group, std::vector<double> &sums, QuadTree::Group &answer)
{
    tree.ask(group, answer);
    double sum = 0;
    for (std::size_t i = 0; i < answer.count; ++i) {
        const auto point = std::size_t(answer.points[i]);
        sums[2 * point] = answer.x[i];
        sums[2 * point + 1] = answer.y[i];
        sum += answer.sum[i] - 1; // itself
    }
    return sum;
}

} // namespace

Tsne::Tsne(Affinities affinities, std::vector<double> start, TsneOptions options)
    : m_affinities(std::move(affinities))
    , m_options(options)
    , m_learningRate(std::max(double(start.size()) / 2 / options.exaggeration / 4, 50.0))
    , m_positions(std::move(start))
    , m_moves(m_positions.size())
    , m_gains(m_positions.size(), 1.0)
    , m_repulsion(m_positions.size())
    , m_attraction(m_positions.size())
{
    if (m_positions.size() < 4)
        m_options.iterations = 0; // nothing to be near to
}

bool Tsne::step()
{
    mayBlock("Tsne");
    QuadTree::Group answer;
    for (std::size_t done = 0; done < atOnce && m_iteration < m_options.iterations;) {
        if (m_group == 0) {
            m_tree.build(m_positions, m_options.theta);
            m_sum = 0;
        }
        for (; m_group < m_tree.groups() && done < atOnce; ++m_group) {
            m_sum += repel(m_tree, m_group, m_repulsion, answer);
            for (std::size_t i = 0; i < answer.count; ++i) {
                const auto point = std::size_t(answer.points[i]);
                attract(m_affinities, m_positions, point, &m_attraction[2 * point]);
            }
            done += answer.count;
        }
        if (m_group == m_tree.groups()) {
            move();
            m_group = 0;
            ++m_iteration;
        }
    }
    return m_iteration < m_options.iterations;
}

/// Gradient descent with momentum, and a gain of each coordinate that rises while it keeps its direction.
void Tsne::move()
{
    const bool isExaggerated = m_iteration < m_options.exaggerated;
    if (m_iteration == m_options.exaggerated) {
        std::ranges::fill(m_moves, 0.0);
        std::ranges::fill(m_gains, 1.0);
    }
    const double momentum = isExaggerated ? 0.5 : 0.8;
    const double exaggeration = isExaggerated ? m_options.exaggeration : 1;
    const double sum = std::max(m_sum, std::numeric_limits<double>::min());
    for (std::size_t i = 0; i < m_positions.size(); ++i) {
        const double gradient = 4 * (exaggeration * m_attraction[i] - m_repulsion[i] / sum);
        constexpr double least = 0.01;
        m_gains[i] = m_moves[i] * gradient < 0 ? m_gains[i] + 0.2 : std::max(m_gains[i] * 0.8, least);
        m_moves[i] = momentum * m_moves[i] - m_learningRate * m_gains[i] * gradient;
        m_positions[i] += m_moves[i];
    }
}

std::vector<double> startOfTsne(std::vector<double> positions)
{
    const double count = double(positions.size()) / 2;
    double mean = 0;
    for (std::size_t i = 0; i < positions.size(); i += 2)
        mean += positions[i] / count;
    double variance = 0;
    for (std::size_t i = 0; i < positions.size(); i += 2)
        variance += (positions[i] - mean) * (positions[i] - mean) / count;
    constexpr double scale = 1e-4;
    if (variance > 0) {
        for (double &value : positions)
            value *= scale / std::sqrt(variance);
    }
    return positions;
}

std::vector<double> tsneGradient(
    const Affinities &affinities, const std::vector<double> &positions, double theta)
{
    QuadTree tree;
    tree.build(positions, theta);
    QuadTree::Group answer;
    std::vector<double> repulsion(positions.size());
    double sum = 0;
    for (std::size_t group = 0; group < tree.groups(); ++group)
        sum += repel(tree, group, repulsion, answer);
    std::vector<double> gradient(positions.size());
    for (std::size_t point = 0; point < positions.size() / 2; ++point) {
        attract(affinities, positions, point, &gradient[2 * point]);
        for (std::size_t i = 2 * point; i < 2 * point + 2; ++i)
            gradient[i] = 4 * (gradient[i] - repulsion[i] / sum);
    }
    return gradient;
}

double tsneDivergence(const Affinities &affinities, const std::vector<double> &positions, double theta)
{
    QuadTree tree;
    tree.build(positions, theta);
    QuadTree::Group answer;
    std::vector<double> unused(positions.size());
    double sum = 0;
    for (std::size_t group = 0; group < tree.groups(); ++group)
        sum += repel(tree, group, unused, answer);
    double divergence = 0;
    for (std::size_t point = 0; point < affinities.count(); ++point) {
        for (std::size_t i = affinities.begins[point]; i < affinities.begins[point + 1]; ++i) {
            const auto other = std::size_t(affinities.places[i]);
            const double x = positions[2 * point] - positions[2 * other];
            const double y = positions[2 * point + 1] - positions[2 * other + 1];
            constexpr auto least = double(std::numeric_limits<float>::min());
            const auto p = std::max(double(affinities.values[i]), least);
            const double q = std::max(1 / (1 + x * x + y * y) / sum, least);
            divergence += double(affinities.values[i]) * std::log(p / q);
        }
    }
    return divergence;
}

} // namespace convscope
