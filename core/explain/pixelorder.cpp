#include "core/explain/pixelorder.h"

#include "core/explain/random.h"

#include <algorithm>
#include <cmath>

namespace convscope {

bool saysSomething(const Map &heat)
{
    const bool isFinite = std::all_of(
        heat.values.begin(), heat.values.end(), [](double value) { return std::isfinite(value); });
    return isFinite && rangeOf(heat).high > 0;
}

bool ordersPixels(const Map &heat)
{
    const Range range = rangeOf(heat);
    return saysSomething(heat) && range.low < range.high;
}

std::vector<int> pixelOrder(const Map &heat, Seed seed)
{
    std::vector<int> order = NumpyRandom(seed).permutation(int(heat.values.size()));
    std::stable_sort(order.begin(), order.end(),
        [&heat](int a, int b) { return heat.values[std::size_t(a)] > heat.values[std::size_t(b)]; });
    return order;
}

Image withHottestHidden(const Image &photo, const Map &heat, double share, Seed seed)
{
    Image hidden = photo;
    const std::vector<int> order = pixelOrder(heat, seed);
    const auto count = std::size_t(std::llround(share * double(order.size())));
    for (std::size_t i = 0; i < count; ++i) {
        const auto first = hidden.pixels.begin() + std::ptrdiff_t(order[i]) * 3;
        std::fill(first, first + 3, std::uint8_t(0));
    }
    return hidden;
}

} // namespace convscope
