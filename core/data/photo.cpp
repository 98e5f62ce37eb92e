#include "core/data/photo.h"

#include "core/image/resize.h"

namespace convscope {

Photo loadPhoto(const PhotoRef &photo, InputSize size, Orientation orientation)
{
    DecodedImage decoded = decodeImage(photo.file, orientation);
    return {photo.file, photo.label, resizeBilinear(decoded.image, size.width, size.height),
        std::move(decoded.notes)};
}

} // namespace convscope
