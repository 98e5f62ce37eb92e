#include "core/measures/maskedconfidence.h"

#include "core/engine/measuredpictures.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"
#include "core/explain/pixelorder.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <numeric>

namespace convscope {

namespace {

/// The heat divided by its largest value.
Map inUnits(Map heat)
{
    const double largest = rangeOf(heat).high;
    for (double &value : heat.values)
        value /= largest;
    return heat;
}

double meanOf(const Map &map)
{
    return std::accumulate(map.values.begin(), map.values.end(), 0.0) / double(map.values.size());
}

std::optional<double> valueOf(ConfidenceValue value, double before, double after)
{
    switch (value) {
    case ConfidenceValue::Drop:
        return before > 0 ? std::optional(std::max(0.0, before - after) / before) : std::nullopt;
    case ConfidenceValue::Gain:
        return before < 1 ? std::optional(std::max(0.0, after - before) / (1 - before)) : std::nullopt;
    case ConfidenceValue::Increase:
        break;
    }
    return after > before ? 1 : 0;
}

} // namespace

std::unique_ptr<Measurement> startMeasurement(
    const MeasureInput &input, const MaskedConfidenceOptions &options)
{
    checkOptions(options);
    if (!hasProbability(input) || !saysSomething(*input.heat))
        return nothingMeasured();
    const Map mask = inUnits(*input.heat);
    const double area = meanOf(mask);
    return translated([&] {
        const at::Tensor picture = inputTensor(*input.network, input.photo);
        const at::Tensor masked = picture * inputTensor(*input.network, mask);
        return measurePictures({.network = *input.network,
            .label = *input.target,
            .count = 2,
            .picture = [picture, masked](int place) { return place == 0 ? picture : masked; },
            .conclude = [value = options.value, area](const auto &scores) -> std::optional<Measured> {
                const std::optional<double> found = valueOf(value, scores[0], scores[1]);
                if (!found)
                    return {};
                return Measured{.value = *found,
                    .details = {{"before", scores[0]}, {"after", scores[1]}, {"area", area}}};
            }});
    });
}

} // namespace convscope
