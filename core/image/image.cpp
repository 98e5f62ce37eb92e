#include "core/image/image.h"

#include <algorithm>

namespace convscope {

void makeGray(Image &image)
{
    // ITU-R 601-2 luma in 16-bit fixed point.
    for (std::size_t i = 0; i + 2 < image.pixels.size(); i += 3) {
        std::uint8_t *pixel = image.pixels.data() + i;
        const int luma = (pixel[0] * 19595 + pixel[1] * 38470 + pixel[2] * 7471 + 0x8000) >> 16;
        pixel[0] = pixel[1] = pixel[2] = std::uint8_t(luma);
    }
}

Range rangeOf(const Map &map)
{
    if (map.values.empty())
        return {};
    const auto [low, high] = std::minmax_element(map.values.begin(), map.values.end());
    return {*low, *high};
}

Map normalized(const Map &map)
{
    const Range range = rangeOf(map);
    Map result = map;
    if (range.high == range.low) {
        std::fill(result.values.begin(), result.values.end(), 0.0);
        return result;
    }
    const double span = range.high - range.low;
    for (double &value : result.values)
        value = (value - range.low) / span;
    return result;
}

} // namespace convscope
