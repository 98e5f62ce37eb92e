#include "core/measures/weightdependence.h"

#include "core/engine/reruns.h"
#include "core/explain/check.h"
#include "core/explain/likeness.h"
#include "core/explain/rival.h"
#include "core/network/drawnanew.h"
#include "core/network/redrawnnetwork.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// Of |map|, summed over the channels and stretched to [0, 1].
std::optional<double> ssimOf(const Map &a, const Map &b)
{
    const auto gray = [](const Map &sizes) { return normalized(sumOfChannels(sizes)); };
    return ssim(gray(a), gray(b), 1);
}

/// How alike random maps are to it, with cells as large in the photo as a coarse rival's, but not smaller
/// than a value of the map; the same in all channels.
void addRivals(const Map &sizes, int photoWidth, Measured &measured)
{
    const int cell = std::max(1, int(std::lround(double(rivalCell) * sizes.width / photoWidth)));
    NumpyRandom random(rivalSeed);
    std::vector<double> likenesses;
    for (int i = 0; i < rivalsInBand; ++i) {
        const Map rival = cellNoise(random, sizes.width, sizes.height, cell);
        std::vector<double> values;
        for (int channel = 0; channel < sizes.channels; ++channel)
            values.insert(values.end(), rival.values.begin(), rival.values.end());
        if (const std::optional<double> likeness = spearman(sizes.values, values))
            likenesses.push_back(*likeness);
    }
    if (likenesses.empty())
        return;
    const auto [low, high] = std::minmax_element(likenesses.begin(), likenesses.end());
    measured.details.push_back({"random-low", *low});
    measured.details.push_back({"random-high", *high});
}

std::optional<Measured> concluded(const Map &original, const std::vector<Map> &maps, int photoWidth)
{
    const Map sizes = sizesOf(original);
    Measured measured;
    std::optional<double> likeness;
    for (std::size_t i = 0; i < maps.size(); ++i) {
        if (maps[i].values.size() != sizes.values.size())
            return {};
        likeness = spearman(sizes.values, sizesOf(maps[i]).values);
        if (likeness && maps.size() > 1)
            measured.curve.push_back({double(i + 1) / double(maps.size()), *likeness});
    }
    if (!likeness)
        return {};
    measured.value = *likeness;
    if (const std::optional<double> similarity = ssimOf(sizes, sizesOf(maps.back())))
        measured.details.push_back({"ssim", *similarity});
    addRivals(sizes, photoWidth, measured);
    return measured;
}

} // namespace

std::unique_ptr<Measurement> startMeasurement(
    const MeasureInput &input, const WeightDependenceOptions &options)
{
    checkOptions(options);
    const std::optional<Map> map = rawMap(*input.answer);
    const int modules = modulesWithWeights(input.network->info());
    if (!map || modules == 0)
        return nothingMeasured();
    const int runs = options.cascade ? modules : 1;
    return measureReruns({.question = sameTarget(*input.question, *input.answer),
        .count = runs,
        .network =
            [network = input.network, modules, runs, seed = options.seed, redrawn = input.redrawn](int run) {
                const int drawn = runs == 1 ? modules : run + 1;
                return redrawn ? redrawn->of(*network, drawn, seed)
                               : std::shared_ptr<const Network>(network->withRandomWeights(drawn, seed));
            },
        .photo = [photo = input.photo](int) { return photo; },
        .conclude = [original = *map, width = input.photo.input.width](
                        const auto &maps) { return concluded(original, maps, width); }});
}

} // namespace convscope
