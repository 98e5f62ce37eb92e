#include "core/explain/contours.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace convscope {

namespace {

/// The highest level such that the values from there on upwards add up to `enough`.
double levelOf(const std::vector<double> &falling, double enough)
{
    double running = 0;
    for (const double value : falling) {
        running += value;
        if (running >= enough)
            return value;
    }
    return falling.back();
}

Mask notBelow(const Map &heat, double level)
{
    Mask mask{heat.width, heat.height, {}};
    mask.inside.reserve(heat.values.size());
    for (const double value : heat.values)
        mask.inside.push_back(value >= level);
    return mask;
}

} // namespace

std::vector<Mask> hottestParts(const Map &heat, const std::vector<double> &shares)
{
    std::vector<double> falling = heat.values;
    std::sort(falling.begin(), falling.end(), std::greater<>());
    const double sum = std::accumulate(falling.begin(), falling.end(), 0.0);
    std::vector<Mask> parts;
    if (sum > 0) {
        for (const double share : shares)
            parts.push_back(notBelow(heat, levelOf(falling, share * sum)));
    }
    return parts;
}

} // namespace convscope
