#include "core/data/photo.h"

#include "core/data/placement.h"
#include "core/image/decode.h"
#include "core/image/resize.h"

namespace convscope {

namespace {

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

Photo loadPhoto(const PhotoRef &photo, const InputDescription &input)
{
    DecodedImage decoded = decodeImage(photo.file, orientationFor(input));
    if (input.channels == InputDescription::Channels::Gray)
        makeGray(decoded.image);
    const Placement placement = placementOf(decoded.image.width, decoded.image.height, input);
    Photo loaded{photo.file, photo.label,
        resizeBilinear(decoded.image, placement.whole.width, placement.whole.height, placement.window),
        std::move(decoded.notes)};
    addMask(loaded, placement);
    return loaded;
}

} // namespace convscope
