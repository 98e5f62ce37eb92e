#include "core/methods/coalitions.h"

#include "core/explain/random.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

namespace convscope {

namespace {

using Row = std::vector<std::uint8_t>;

double binomial(int n, int k)
{
    double result = 1;
    for (int i = 1; i <= k; ++i)
        result = result * (n - k + i) / i;
    return result;
}

/// The sizes of the smaller halves, from 1: size k stands for members − k too.
int sizesOf(int members) { return members / 2; }

/// Whether the complements of this size are of another size.
bool hasComplements(int size, int members) { return 2 * size != members; }

/// The Shapley kernel: how much the coalitions of each size count together. Adds up to 1.
std::vector<double> kernelBySize(int members)
{
    std::vector<double> weights;
    for (int size = 1; size <= sizesOf(members); ++size) {
        const double weight = (members - 1.0) / (double(size) * (members - size));
        weights.push_back(hasComplements(size, members) ? 2 * weight : weight);
    }
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double &weight : weights)
        weight /= sum;
    return weights;
}

/// How many there are of this size, complements included.
double coalitionsOf(int size, int members)
{
    return binomial(members, size) * (hasComplements(size, members) ? 2 : 1);
}

/// The first in lexicographic order of the members shown; the next one is the previous permutation of it.
Row firstOf(int size, int members)
{
    Row row(std::size_t(members), 0);
    std::fill_n(row.begin(), size, std::uint8_t(1));
    return row;
}

} // namespace

Coalitions::Coalitions(int members, int count, Seed seed)
    : m_sizeWeights(kernelBySize(members))
{
    enumerate(members, count);
    m_fixedCount = m_count;
    if (m_fullSizes < m_sizeWeights.size())
        draw(members, count - m_count, seed);
}

void Coalitions::add(Coalition coalition)
{
    m_count += coalition.hasComplement ? 2 : 1;
    m_all.push_back(std::move(coalition));
}

/// All coalitions of the sizes for which the number is enough: as many as the kernel would give a size are
/// no fewer than there are.
void Coalitions::enumerate(int members, int count)
{
    double left = count;
    double weightLeft = 1; // of the sizes that are not enumerated
    for (const double weight : m_sizeWeights) {
        const int size = int(m_fullSizes) + 1;
        const double all = coalitionsOf(size, members);
        constexpr double rounding = 1e-8;
        if (left * weight / weightLeft < all * (1 - rounding))
            return;
        ++m_fullSizes;
        left -= all;
        weightLeft -= weight;
        Row row = firstOf(size, members);
        do {
            add({row, hasComplements(size, members), false});
            m_fixedWeights.push_back(weight / all);
        } while (std::prev_permutation(row.begin(), row.end()));
    }
}

/// Draws until `left` more are there. What is drawn again is not shown again, and counts more.
void Coalitions::draw(int members, int left, Seed seed)
{
    std::vector<double> bySize(m_sizeWeights.begin() + std::ptrdiff_t(m_fullSizes), m_sizeWeights.end());
    for (std::size_t i = 0; i < bySize.size(); ++i)
        bySize[i] /= hasComplements(int(m_fullSizes + i) + 1, members) ? 2 : 1;
    NumpyRandom random(seed);
    std::map<std::string, int> seen;
    constexpr int drawsEach = 4;
    for (const int choice : random.choice(bySize, drawsEach * left)) {
        if (left <= 0)
            return;
        const int size = int(m_fullSizes) + choice + 1;
        const std::vector<int> order = random.permutation(members);
        Row row(std::size_t(members), 0);
        std::for_each(
            order.begin(), order.begin() + size, [&row](int member) { row[std::size_t(member)] = 1; });
        const auto [found, isNew] = seen.try_emplace({row.begin(), row.end()}, int(m_all.size()));
        m_draws.push_back(found->second);
        if (!isNew)
            continue;
        const bool isPaired = hasComplements(size, members) && left > 1;
        add({std::move(row), isPaired, true});
        left -= isPaired ? 2 : 1;
    }
}

std::vector<double> Coalitions::weights(int count) const
{
    std::vector<double> weights;
    std::vector<int> rows; // of each coalition that is shown: with its complement or without
    for (auto coalition = m_all.begin(); coalition != m_all.end() && count > 0; ++coalition) {
        rows.push_back(coalition->hasComplement && count > 1 ? 2 : 1);
        count -= rows.back();
        weights.push_back(coalition->isDrawn ? 0 : m_fixedWeights[weights.size()]);
    }
    double drawn = 0;
    for (const int coalition : m_draws) {
        if (std::size_t(coalition) >= weights.size())
            break;
        weights[std::size_t(coalition)] += 1;
        drawn += rows[std::size_t(coalition)];
    }
    const double share =
        std::accumulate(m_sizeWeights.begin() + std::ptrdiff_t(m_fullSizes), m_sizeWeights.end(), 0.0);
    for (std::size_t i = m_fixedWeights.size(); i < weights.size(); ++i)
        weights[i] *= share / drawn;
    return weights;
}

} // namespace convscope
