#include "core/image/image.h"

#include <algorithm>

namespace convscope {

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
