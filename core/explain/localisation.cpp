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

    std::optional<Map> operator()(const Attribution &answer) const
    {
        if (answer.meaning == Meaning::Relevance)
            return finishedCam(answer.map, height, width);
        const bool areSizes = answer.meaning == Meaning::Slope || answer.meaning == Meaning::Difference;
        Map heat = sumOfChannels(areSizes ? sizesOf(answer.map) : answer.map);
        if (answer.meaning == Meaning::Evidence) {
            for (double &value : heat.values)
                value = std::max(0.0, value);
        }
        return heat.height == height && heat.width == width ? heat : interpolated(heat, height, width);
    }

    std::optional<Map> operator()(const Activation &answer) const
    {
        const Map &map = answer.map;
        return heatMap(width, height, [&](int x, int y) {
            return std::max(
                0.0, map.at(0, nearestIndex(y, map.height, height), nearestIndex(x, map.width, width)));
        });
    }

    std::optional<Map> operator()(const OptimisedImage &) const { return {}; }
    std::optional<Map> operator()(const LayerMaps &) const { return {}; }
    std::optional<Map> operator()(const FilterWeights &) const { return {}; }

    std::optional<Map> operator()(const SuperpixelWeights &answer) const
    {
        std::vector<double> weights(std::size_t(answer.segments.count), 0.0);
        for (const SegmentWeight &entry : answer.ofTarget().weights)
            weights.at(std::size_t(entry.segment)) = std::max(0.0, entry.weight);
        return heatMap(width, height, [&](int x, int y) {
            const auto pixel = std::size_t(y) * std::size_t(width) + std::size_t(x);
            return weights[std::size_t(answer.segments.labels[pixel])];
        });
    }
};

/// One of the two numbers of a localisation.
class LocalisationMeasure : public QuickMeasure
{
public:
    using Number = double (*)(const Localisation &);

    LocalisationMeasure(const char *name, Number number)
        : m_traits{.name = name, .needsMask = true, .range = {0, 1}, .better = Better::Higher}
        , m_number(number)
    {
    }
    const MeasureTraits &traits() const override { return m_traits; }

protected:
    std::optional<Measured> take(const MeasureInput &input) const override
    {
        const std::optional<Localisation> found = localise(*input.heat, *input.photo.mask);
        return found ? std::optional(Measured{m_number(*found)}) : std::nullopt;
    }

private:
    MeasureTraits m_traits;
    Number m_number;
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

MeasurePtr energyMeasure()
{
    return std::make_shared<LocalisationMeasure>(
        "energy", [](const Localisation &found) { return found.energy; });
}

MeasurePtr peakMeasure()
{
    return std::make_shared<LocalisationMeasure>(
        "peak-inside", [](const Localisation &found) { return found.peakInside ? 1.0 : 0.0; });
}

} // namespace convscope
