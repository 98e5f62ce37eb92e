#include "ui/present/filterpictures.h"

#include "ui/present/pictures.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

template <typename Colour> QImage painted(const Map &map, Colour &&colour)
{
    QImage image(map.width, map.height, QImage::Format_RGB32);
    for (int y = 0; y < map.height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < map.width; ++x)
            line[x] = colour(x, y);
    }
    return image;
}

} // namespace

Range channelRange(const Map &maps, int channel)
{
    const std::ptrdiff_t plane = std::ptrdiff_t(maps.height) * maps.width;
    const auto first = maps.values.begin() + channel * plane;
    const auto [low, high] = std::minmax_element(first, first + plane);
    return {*low, *high};
}

QImage channelPicture(const Map &maps, int channel, const Range &range)
{
    const std::ptrdiff_t plane = std::ptrdiff_t(maps.height) * maps.width;
    const auto first = maps.values.begin() + channel * plane;
    return mapPicture({1, maps.height, maps.width, {first, first + plane}}, ColourMap::Viridis, range);
}

double largestWeight(const Map &kernel)
{
    double largest = 0;
    for (const double value : kernel.values)
        largest = std::max(largest, std::abs(value));
    return largest;
}

QImage kernelPicture(const Map &kernel, int input, double largest)
{
    const double scale = largest > 0 ? 1 / largest : 0;
    return painted(kernel, [&](int x, int y) { return diverging(kernel.at(input, y, x) * scale); });
}

QImage kernelColours(const Map &kernel)
{
    const double largest = largestWeight(kernel);
    const double scale = largest > 0 ? 1 / largest : 0;
    return painted(kernel, [&](int x, int y) {
        const auto part = [&](int channel) {
            return int(std::lround(127.5 + 127.5 * kernel.at(channel, y, x) * scale));
        };
        return qRgb(part(0), part(1), part(2));
    });
}

} // namespace convscope
