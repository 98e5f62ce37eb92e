#include "core/explain/likeness.h"

#include "core/image/gaussian.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace convscope {

namespace {

constexpr int windowRadius = 5;

bool areFinite(const std::vector<double> &values)
{
    return std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

/// Less their mean.
std::vector<double> centred(std::vector<double> values)
{
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
    for (double &value : values)
        value -= mean;
    return values;
}

/// Σ of the products, place by place.
double dot(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Each value times that of the other, place by place.
Map times(const Map &a, const Map &b)
{
    Map product = a;
    for (std::size_t i = 0; i < product.values.size(); ++i)
        product.values[i] *= b.values[i];
    return product;
}

/// The weighted mean around each place, along rows or columns.
Map smoothedAlong(const Map &map, const std::vector<double> &weights, bool alongRows)
{
    Map result{1, map.height, map.width, {}};
    result.values.reserve(map.values.size());
    for (int y = 0; y < map.height; ++y) {
        for (int x = 0; x < map.width; ++x) {
            double sum = 0;
            for (int i = 0; i <= 2 * windowRadius; ++i) {
                const int shift = i - windowRadius;
                const double value = alongRows ? map.at(0, y, reflected(x + shift, map.width))
                                               : map.at(0, reflected(y + shift, map.height), x);
                sum += weights[std::size_t(i)] * value;
            }
            result.values.push_back(sum);
        }
    }
    return result;
}

Map smoothed(const Map &map)
{
    static const std::vector<double> weights = gaussianWeights(1.5, windowRadius);
    return smoothedAlong(smoothedAlong(map, weights, false), weights, true);
}

/// What SSIM compares, at each place.
struct Moments
{
    Map meanA;
    Map meanB;
    Map squareA; ///< means of the squares and of the product
    Map squareB;
    Map product;

    double at(int y, int x, double range) const
    {
        constexpr double samples = 121;
        constexpr double unbiased = samples / (samples - 1);
        const double a = meanA.at(0, y, x);
        const double b = meanB.at(0, y, x);
        const double varianceA = unbiased * (squareA.at(0, y, x) - a * a);
        const double varianceB = unbiased * (squareB.at(0, y, x) - b * b);
        const double covariance = unbiased * (product.at(0, y, x) - a * b);
        const double c1 = 0.01 * range * 0.01 * range;
        const double c2 = 0.03 * range * 0.03 * range;
        return (2 * a * b + c1) * (2 * covariance + c2)
            / ((a * a + b * b + c1) * (varianceA + varianceB + c2));
    }
};

} // namespace

std::vector<double> ranksOf(const std::vector<double> &values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(
        order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        while (end < order.size() && values[order[end]] == values[order[begin]])
            ++end;
        for (std::size_t i = begin; i < end; ++i)
            ranks[order[i]] = double(begin + end + 1) / 2;
    }
    return ranks;
}

std::optional<double> spearman(const std::vector<double> &a, const std::vector<double> &b)
{
    if (!areFinite(a) || !areFinite(b))
        return {};
    const std::vector<double> first = centred(ranksOf(a));
    const std::vector<double> second = centred(ranksOf(b));
    const double size = std::sqrt(dot(first, first) * dot(second, second));
    return size > 0 ? std::optional(std::clamp(dot(first, second) / size, -1.0, 1.0)) : std::nullopt;
}

std::optional<double> ssim(const Map &a, const Map &b, double range)
{
    constexpr int window = 2 * windowRadius + 1;
    if (a.width < window || a.height < window || !areFinite(a.values) || !areFinite(b.values))
        return {};
    const Moments moments{
        smoothed(a), smoothed(b), smoothed(times(a, a)), smoothed(times(b, b)), smoothed(times(a, b))};
    double sum = 0;
    int count = 0;
    for (int y = windowRadius; y < a.height - windowRadius; ++y) {
        for (int x = windowRadius; x < a.width - windowRadius; ++x, ++count)
            sum += moments.at(y, x, range);
    }
    return sum / count;
}

} // namespace convscope
