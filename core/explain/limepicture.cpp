#include "core/explain/lime.h"

#include <algorithm>
#include <cmath>

namespace convscope {

std::vector<std::int8_t> limeSigns(const Surrogate &surrogate, int features, double minWeight)
{
    std::vector<std::int8_t> signs(surrogate.weights.size(), 0);
    const std::size_t taken = std::min(surrogate.weights.size(), std::size_t(std::max(features, 0)));
    for (std::size_t i = 0; i < taken; ++i) {
        const SegmentWeight &entry = surrogate.weights[i];
        if (std::abs(entry.weight) >= minWeight)
            signs[std::size_t(entry.segment)] = entry.weight < 0 ? -1 : 1;
    }
    return signs;
}

std::vector<std::int8_t> limeMask(
    const Segmentation &segments, const Surrogate &surrogate, int features, double minWeight)
{
    const std::vector<std::int8_t> signs = limeSigns(surrogate, features, minWeight);
    std::vector<std::int8_t> mask(segments.labels.size());
    std::transform(segments.labels.begin(), segments.labels.end(), mask.begin(),
        [&signs](std::int32_t segment) { return signs[std::size_t(segment)]; });
    return mask;
}

Image limePicture(const Image &input, const std::vector<std::int8_t> &mask)
{
    Image picture = input;
    if (picture.isNull())
        return picture;
    const std::uint8_t brightest = *std::max_element(input.pixels.begin(), input.pixels.end());
    for (std::size_t i = 0; i < mask.size(); ++i)
        if (mask[i] != 0)
            picture.pixels[3 * i + (mask[i] < 0 ? 0 : 1)] = brightest;
    return picture;
}

} // namespace convscope
