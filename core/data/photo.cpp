#include "core/data/photo.h"

#include "core/image/resize.h"

#include <cmath>

namespace convscope {

namespace {

/// Where a photo comes to lie: as large as this, of which the network sees the window.
struct Placement
{
    InputSize whole;
    Window window;
};

/// Python's round(): halves go to the even neighbour, as std::nearbyint does it.
int cropOffset(int whole, int part) { return int(std::nearbyint((whole - part) / 2.0)); }

Placement placementOf(const Image &image, const InputDescription &input)
{
    const InputSize size = input.size;
    if (input.resize == 0)
        return {size, {0, 0, size.width, size.height}};
    // As torchvision: the longer side is rounded down.
    const auto longer = [&](int side, int shorter) {
        return int(double(std::int64_t(input.resize) * side) / shorter);
    };
    const bool isUpright = image.width <= image.height;
    const InputSize whole = {isUpright ? input.resize : longer(image.width, image.height),
        isUpright ? longer(image.height, image.width) : input.resize};
    return {whole,
        {cropOffset(whole.width, size.width), cropOffset(whole.height, size.height), size.width,
            size.height}};
}

void addMask(Photo &photo, const Placement &placement)
{
    const auto file = findMask(photo.file);
    if (!file)
        return;
    try {
        photo.mask = readMask(*file, placement.whole.width, placement.whole.height, placement.window);
    } catch (const Error &error) {
        photo.maskError = error;
    }
}

} // namespace

Photo loadPhoto(const PhotoRef &photo, const InputDescription &input, Orientation orientation)
{
    DecodedImage decoded = decodeImage(photo.file, orientation);
    if (input.channels == InputDescription::Channels::Gray)
        makeGray(decoded.image);
    const Placement placement = placementOf(decoded.image, input);
    Photo loaded{photo.file, photo.label,
        resizeBilinear(decoded.image, placement.whole.width, placement.whole.height, placement.window),
        std::move(decoded.notes)};
    addMask(loaded, placement);
    return loaded;
}

} // namespace convscope
