#include "core/data/photo.h"

#include "core/image/resize.h"

namespace convscope {

namespace {

void addMask(Photo &photo, InputSize size)
{
    const auto file = findMask(photo.file);
    if (!file)
        return;
    try {
        photo.mask = readMask(*file, size.width, size.height);
    } catch (const Error &error) {
        photo.maskError = error;
    }
}

} // namespace

Photo loadPhoto(const PhotoRef &photo, InputSize size, Orientation orientation)
{
    DecodedImage decoded = decodeImage(photo.file, orientation);
    Photo loaded{photo.file, photo.label, resizeBilinear(decoded.image, size.width, size.height),
        std::move(decoded.notes)};
    addMask(loaded, size);
    return loaded;
}

} // namespace convscope
