#include "core/embedding/affinities.h"

#include "core/computing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace convscope {

namespace {

/// The weights of one point's neighbours, which add up to 1. Distances are counted from the nearest, which
/// changes no weight but keeps all from vanishing.
void weigh(const float *squared, std::size_t each, double perplexity, float *weights)
{
    constexpr double tolerance = 1e-5; // scikit-learn's
    constexpr int rounds = 100;
    const double wanted = std::log(perplexity);
    double low = 0;
    double high = std::numeric_limits<double>::infinity();
    double beta = 1;
    std::vector<double> found(each);
    for (int round = 0; round < rounds; ++round) {
        double sum = 0;
        double weighted = 0;
        for (std::size_t i = 0; i < each; ++i) {
            const double away = double(squared[i]) - double(squared[0]);
            found[i] = std::exp(-away * beta);
            sum += found[i];
            weighted += away * found[i];
        }
        for (double &value : found)
            value /= sum;
        const double difference = std::log(sum) + beta * weighted / sum - wanted;
        if (std::abs(difference) <= tolerance)
            break;
        if (difference > 0) {
            low = beta;
            beta = std::isinf(high) ? beta * 2 : (beta + high) / 2;
        } else {
            high = beta;
            beta = (beta + low) / 2;
        }
    }
    std::ranges::transform(found, weights, [](double value) { return float(value); });
}

} // namespace

double fittingPerplexity(std::size_t count, double perplexity)
{
    return std::max(1.0, std::min(perplexity, (double(count) - 1) / 3));
}

std::size_t neighboursFor(std::size_t count, double perplexity)
{
    return count == 0 ? 0 : std::min(count - 1, std::size_t(3 * perplexity + 1));
}

AffinitySearch::AffinitySearch(NearestPoints nearest, double perplexity)
    : m_nearest(std::move(nearest))
    , m_perplexity(perplexity)
    , m_count(m_nearest.each == 0 ? 0 : m_nearest.places.size() / m_nearest.each)
    , m_weights(m_nearest.places.size())
{
    m_result.begins.push_back(0);
}

bool AffinitySearch::step()
{
    mayBlock("AffinitySearch");
    constexpr std::size_t weighedAtOnce = 500;
    constexpr std::size_t addedAtOnce = 2000;
    if (m_weighed < m_count) {
        const std::size_t each = m_nearest.each;
        const std::size_t end = std::min(m_count, m_weighed + weighedAtOnce);
        for (; m_weighed < end; ++m_weighed)
            weigh(&m_nearest.squared[m_weighed * each], each, m_perplexity, &m_weights[m_weighed * each]);
        return true;
    }
    if (m_added == 0)
        arrange();
    for (std::size_t end = std::min(m_count, m_added + addedAtOnce); m_added < end; ++m_added)
        addRow();
    if (m_added < m_count)
        return true;
    for (float &value : m_result.values)
        value = float(double(value) / m_sum);
    return false;
}

void AffinitySearch::arrange()
{
    const std::size_t each = m_nearest.each;
    m_begins.assign(m_count + 1, 0);
    for (std::size_t i = 0; i < m_weights.size(); ++i) {
        ++m_begins[i / each + 1];
        ++m_begins[std::size_t(m_nearest.places[i]) + 1];
    }
    for (std::size_t point = 0; point < m_count; ++point)
        m_begins[point + 1] += m_begins[point];
    m_both.resize(m_weights.size() * 2);
    std::vector<std::size_t> next = m_begins;
    for (std::size_t i = 0; i < m_weights.size(); ++i) {
        const std::size_t from = i / each;
        const auto to = std::size_t(m_nearest.places[i]);
        m_both[next[from]++] = {int(to), m_weights[i]};
        m_both[next[to]++] = {int(from), m_weights[i]};
    }
}

/// Those of one pair are added.
void AffinitySearch::addRow()
{
    const auto begin = m_both.begin() + std::ptrdiff_t(m_begins[m_added]);
    const auto end = m_both.begin() + std::ptrdiff_t(m_begins[m_added + 1]);
    std::sort(begin, end);
    for (auto pair = begin; pair != end; ++pair) {
        m_sum += double(pair->second);
        if (m_result.places.size() > m_result.begins.back() && m_result.places.back() == pair->first) {
            m_result.values.back() += pair->second;
        } else {
            m_result.places.push_back(pair->first);
            m_result.values.push_back(pair->second);
        }
    }
    m_result.begins.push_back(m_result.places.size());
}

Affinities affinities(NearestPoints nearest, double perplexity)
{
    AffinitySearch search(std::move(nearest), perplexity);
    while (search.step()) { }
    return search.take();
}

} // namespace convscope
