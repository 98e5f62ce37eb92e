#include "core/data/originalphoto.h"

#include "core/data/placement.h"
#include "core/image/decode.h"

#include <algorithm>
#include <cmath>

namespace convscope {

OriginalPhoto loadOriginal(const std::filesystem::path &file, const InputDescription &input, int minSide)
{
    OriginalPhoto photo;
    photo.image = decodeImage(file, orientationFor(input)).image;
    photo.width = photo.image.width;
    photo.height = photo.image.height;
    const Placement placement = placementOf(photo.width, photo.height, input);
    photo.seen = {double(placement.window.x) / placement.whole.width,
        double(placement.window.y) / placement.whole.height,
        double(placement.window.width) / placement.whole.width,
        double(placement.window.height) / placement.whole.height};
    if (minSide <= 0)
        return photo;
    int halvings = 0;
    while ((std::max(photo.width, photo.height) >> (halvings + 1)) >= minSide)
        ++halvings;
    if (halvings > 0)
        photo.image = resizeBilinear(
            photo.image, std::max(1, photo.width >> halvings), std::max(1, photo.height >> halvings));
    return photo;
}

Image cutOut(const Image &image, const PicturePart &part)
{
    const auto range = [](double start, double length, int side) {
        const int first = std::clamp(int(std::lround(start * side)), 0, side - 1);
        return std::pair(first, std::clamp(int(std::lround((start + length) * side)), first + 1, side));
    };
    const auto [left, right] = range(part.x, part.width, image.width);
    const auto [top, bottom] = range(part.y, part.height, image.height);
    if (right - left == image.width && bottom - top == image.height)
        return image;
    Image result{right - left, bottom - top, {}};
    result.pixels.reserve(std::size_t(result.width) * std::size_t(result.height) * 3);
    for (int y = top; y < bottom; ++y) {
        const auto row = image.pixels.begin() + (std::ptrdiff_t(y) * image.width + left) * 3;
        result.pixels.insert(result.pixels.end(), row, row + std::ptrdiff_t(result.width) * 3);
    }
    return result;
}

} // namespace convscope
