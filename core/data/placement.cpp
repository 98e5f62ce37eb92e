#include "core/data/placement.h"

#include <cmath>
#include <cstdint>

namespace convscope {

namespace {

/// Python's round(): halves go to the even neighbour, as std::nearbyint does it.
int cropOffset(int whole, int part) { return int(std::nearbyint((whole - part) / 2.0)); }

} // namespace

Placement placementOf(int width, int height, const InputDescription &input)
{
    const InputSize size = input.size;
    if (input.resize == 0)
        return {size, {0, 0, size.width, size.height}};
    // As torchvision: the longer side is rounded down.
    const auto longer = [&](int side, int shorter) {
        return int(double(std::int64_t(input.resize) * side) / shorter);
    };
    const bool isUpright = width <= height;
    const InputSize whole = {
        isUpright ? input.resize : longer(width, height), isUpright ? longer(height, width) : input.resize};
    return {whole,
        {cropOffset(whole.width, size.width), cropOffset(whole.height, size.height), size.width,
            size.height}};
}

} // namespace convscope
