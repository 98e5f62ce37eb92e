#pragma once

#include "core/internal/codec.h"

namespace convscope {

/// The EXIF orientation that a JPEG, PNG, WebP or TIFF file states: 1 (as stored) to 8; 1 where none is
/// stated or the value is none of these.
int statedOrientation(Bytes file, FileFormat format);

/// The picture as it is meant to be seen, as Pillow's ImageOps.exif_transpose turns it.
Image upright(const Image &image, int orientation);

} // namespace convscope
