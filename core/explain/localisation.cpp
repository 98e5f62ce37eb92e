#include "core/explain/localisation.h"

#include "core/image/resize.h"

#include <algorithm>

namespace convscope {

namespace {

/// A map filled from value(x, y).
template <typename Value> Map heatMap(int width, int height, Value &&value)
{
    Map heat{1, height, width, {}};
    heat.values.reserve(std::size_t(width) * std::size_t(height));
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            heat.values.push_back(value(x, y));
    }
    return heat;
}

struct Heat
{
    int width;
    int height;

    std::optional<Map> operator()(const Saliency &answer) const
    {
        return heatMap(width, height, [&](int x, int y) {
            double sum = 0;
            for (int channel = 0; channel < answer.map.channels; ++channel)
                sum += answer.map.at(channel, y, x);
            return sum;
        });
    }

    std::optional<Map> operator()(const Activation &answer) const
    {
        const Map &map = answer.map;
        return heatMap(width, height, [&](int x, int y) {
            return std::max(
                0.0, map.at(0, nearestIndex(y, map.height, height), nearestIndex(x, map.width, width)));
        });
    }

    std::optional<Map> operator()(const FilterImage &) const { return {}; }

    std::optional<Map> operator()(const LimeExplanation &answer) const
    {
        std::vector<double> weights(std::size_t(answer.segments.count), 0.0);
        for (const SegmentWeight &entry : answer.classes.at(std::size_t(answer.target)).weights)
            weights.at(std::size_t(entry.segment)) = std::max(0.0, entry.weight);
        return heatMap(width, height, [&](int x, int y) {
            const auto pixel = std::size_t(y) * std::size_t(width) + std::size_t(x);
            return weights[std::size_t(answer.segments.labels[pixel])];
        });
    }
};

} // namespace

std::optional<Map> heatOf(const Answer &answer, int width, int height)
{
    return std::visit(Heat{width, height}, answer);
}

std::optional<Localisation> localise(const Map &heat, const Mask &mask)
{
    const double highest = rangeOf(heat).high;
    if (highest <= 0)
        return {};
    double sum = 0;
    double inside = 0;
    int peaks = 0;
    int peaksInside = 0;
    for (std::size_t pixel = 0; pixel < heat.values.size(); ++pixel) {
        const double value = heat.values[pixel];
        const bool food = mask.inside[pixel] != 0;
        sum += value;
        inside += food ? value : 0;
        peaks += value == highest;
        peaksInside += value == highest && food;
    }
    return Localisation{inside / sum, 2 * peaksInside > peaks};
}

std::optional<Localisation> localise(const Answer &answer, const Photo &photo)
{
    if (!photo.mask)
        return {};
    const std::optional<Map> heat = heatOf(answer, photo.mask->width, photo.mask->height);
    return heat ? localise(*heat, *photo.mask) : std::nullopt;
}

} // namespace convscope
