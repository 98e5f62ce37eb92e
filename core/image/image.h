#pragma once

#include <cstdint>
#include <vector>

namespace convscope {

/// 8-bit RGB picture, H×W×3, rows without padding.
struct Image
{
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    bool isNull() const { return pixels.empty(); }
    bool operator==(const Image &) const = default;
};

/// Gray as Pillow's convert('L') makes it, in three equal channels.
void makeGray(Image &image);

/// Real-valued array C×H×W. Results are kept in double whatever the network computes in.
struct Map
{
    int channels = 0;
    int height = 0;
    int width = 0;
    std::vector<double> values;

    double at(int channel, int y, int x) const
    {
        return values[(std::size_t(channel) * std::size_t(height) + std::size_t(y)) * std::size_t(width)
            + std::size_t(x)];
    }
};

struct Range
{
    double low = 0;
    double high = 0;

    bool operator==(const Range &) const = default;
};

/// Smallest and largest value. {0, 0} for an empty map.
Range rangeOf(const Map &map);

/// (v − low)/(high − low) over all channels together, as the notebook's normalize(); all zero where high =
/// low.
Map normalized(const Map &map);

} // namespace convscope
