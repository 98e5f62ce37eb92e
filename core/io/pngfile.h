#pragma once

#include "core/image/image.h"

#include <string>
#include <vector>

namespace convscope {

/// What a PNG file says besides its picture.
struct PngText
{
    std::string keyword; ///< 79 bytes at most
    std::string text; ///< Latin-1
};

/// Bytes of a PNG file of the picture, with its texts compressed. The same picture gives the same bytes with
/// the same libpng and zlib. Throws Error: Internal, of a picture without pixels.
std::string pngBytes(const Image &image, const std::vector<PngText> &texts = {});

} // namespace convscope
