#include "core/image/resize.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

// Weights are integers with this many fractional bits: 32 less 8 for the pixel and 2 for overshoot, as in
// Pillow.
constexpr int precision = 32 - 8 - 2;

/// What each output position of one axis takes from the input: `count` neighbours from `first` on.
struct Taps
{
    int perOutput = 0; ///< space kept for the weights of one output
    std::vector<int> first;
    std::vector<int> count;
    std::vector<std::int32_t> weights;

    const std::int32_t *weightsOf(int output) const
    {
        return weights.data() + std::size_t(output) * std::size_t(perOutput);
    }
};

double triangle(double x) { return std::max(0.0, 1.0 - std::abs(x)); }

/// Of the outputs from `start` on, `length` of them.
Taps tapsFor(int in, int out, int start, int length)
{
    const double scale = double(in) / out;
    const double filterScale = std::max(scale, 1.0);
    const double support = filterScale; // the triangle's radius is 1
    const double perInput = 1.0 / filterScale;

    Taps taps;
    taps.perOutput = int(std::ceil(support)) * 2 + 1;
    taps.first.resize(std::size_t(length));
    taps.count.resize(std::size_t(length));
    taps.weights.resize(std::size_t(length) * std::size_t(taps.perOutput));
    std::vector<double> real(std::size_t(taps.perOutput));
    for (int x = 0; x < length; ++x) {
        const double center = (start + x + 0.5) * scale;
        const int first = std::max(0, int(center - support + 0.5));
        const int count = std::min(in, int(center + support + 0.5)) - first;
        double sum = 0;
        for (int i = 0; i < count; ++i)
            sum += real[std::size_t(i)] = triangle((i + first - center + 0.5) * perInput);
        std::int32_t *weights = taps.weights.data() + std::size_t(x) * std::size_t(taps.perOutput);
        for (int i = 0; i < count; ++i)
            weights[i] = std::int32_t(0.5 + real[std::size_t(i)] / sum * (1 << precision));
        taps.first[std::size_t(x)] = first;
        taps.count[std::size_t(x)] = count;
    }
    return taps;
}

std::uint8_t toByte(std::int32_t sum) { return std::uint8_t(std::clamp(sum >> precision, 0, 255)); }

constexpr std::int32_t half = 1 << (precision - 1);

Image resizeRows(const Image &image, const Taps &taps)
{
    const int width = int(taps.first.size());
    Image result{
        width, image.height, std::vector<std::uint8_t>(3 * std::size_t(width) * std::size_t(image.height))};
    std::uint8_t *out = result.pixels.data();
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t *row = image.pixels.data() + 3 * std::size_t(y) * std::size_t(image.width);
        for (int x = 0; x < width; ++x, out += 3) {
            const std::uint8_t *in = row + std::size_t(taps.first[std::size_t(x)]) * 3;
            const std::int32_t *weights = taps.weightsOf(x);
            const int count = taps.count[std::size_t(x)];
            std::int32_t red = half;
            std::int32_t green = half;
            std::int32_t blue = half;
            for (int i = 0; i < count; ++i, in += 3) {
                red += in[0] * weights[i];
                green += in[1] * weights[i];
                blue += in[2] * weights[i];
            }
            out[0] = toByte(red);
            out[1] = toByte(green);
            out[2] = toByte(blue);
        }
    }
    return result;
}

Image resizeColumns(const Image &image, const Taps &taps)
{
    const int height = int(taps.first.size());
    const std::size_t stride = std::size_t(image.width) * 3;
    Image result{image.width, height, std::vector<std::uint8_t>(stride * std::size_t(height))};
    std::vector<std::int32_t> sums(stride);
    for (int y = 0; y < height; ++y) {
        std::fill(sums.begin(), sums.end(), half);
        const std::int32_t *weights = taps.weightsOf(y);
        for (int i = 0; i < taps.count[std::size_t(y)]; ++i) {
            const std::uint8_t *in =
                image.pixels.data() + std::size_t(taps.first[std::size_t(y)] + i) * stride;
            const std::int32_t weight = weights[i];
            for (std::size_t x = 0; x < stride; ++x)
                sums[x] += in[x] * weight;
        }
        std::transform(sums.begin(), sums.end(), result.pixels.begin() + std::ptrdiff_t(stride) * y, toByte);
    }
    return result;
}

} // namespace

Image resizeBilinear(const Image &image, int width, int height)
{
    return resizeBilinear(image, width, height, {0, 0, width, height});
}

Image resizeBilinear(const Image &image, int width, int height, const Window &window)
{
    if (width < 1 || height < 1)
        throw Error(ErrorKind::InvalidOption, {},
            {"size", std::to_string(width) + "x" + std::to_string(height)}, Phrase::SomePixels);
    if (image.isNull())
        throw Error(ErrorKind::InvalidOption, {}, {"image", "0x0"}, Phrase::SomePixels);
    // Pillow's order, which shows in the last bit. A pass to the same size changes nothing.
    const Taps columns = tapsFor(image.width, width, window.x, window.width);
    const Taps rows = tapsFor(image.height, height, window.y, window.height);
    const bool sameWidth = image.width == window.width && width == image.width;
    const bool sameHeight = image.height == window.height && height == image.height;
    if (sameWidth)
        return sameHeight ? image : resizeColumns(image, rows);
    const Image narrow = resizeRows(image, columns);
    return sameHeight ? narrow : resizeColumns(narrow, rows);
}

namespace {

/// The two values that one value of the result lies between.
struct Between
{
    int lower = 0;
    int upper = 0;
    double share = 0; ///< of the upper one
};

Between placeIn(int size, int place, int resultSize)
{
    const double source = std::max(0.0, (place + 0.5) * size / resultSize - 0.5);
    const int lower = std::min(int(source), size - 1);
    return {lower, std::min(lower + 1, size - 1), source - lower};
}

} // namespace

Map interpolated(const Map &map, int height, int width)
{
    Map result{map.channels, height, width, {}};
    result.values.reserve(std::size_t(map.channels) * std::size_t(height) * std::size_t(width));
    for (int channel = 0; channel < map.channels; ++channel) {
        for (int y = 0; y < height; ++y) {
            const Between row = placeIn(map.height, y, height);
            for (int x = 0; x < width; ++x) {
                const Between column = placeIn(map.width, x, width);
                const auto along = [&](int line) {
                    return map.at(channel, line, column.lower) * (1 - column.share)
                        + map.at(channel, line, column.upper) * column.share;
                };
                result.values.push_back(along(row.lower) * (1 - row.share) + along(row.upper) * row.share);
            }
        }
    }
    return result;
}

int nearestIndex(int i, int from, int to)
{
    return int((2 * std::int64_t(i) + 1) * from / (2 * std::int64_t(to)));
}

Image thumbnail(const Image &image, int boxWidth, int boxHeight)
{
    if (image.width <= boxWidth && image.height <= boxHeight)
        return image;
    const double scale = std::min(double(boxWidth) / image.width, double(boxHeight) / image.height);
    const auto scaled = [scale](int size, int box) {
        return std::clamp(int(std::lround(size * scale)), 1, std::max(box, 1));
    };
    return resizeBilinear(image, scaled(image.width, boxWidth), scaled(image.height, boxHeight));
}

} // namespace convscope
