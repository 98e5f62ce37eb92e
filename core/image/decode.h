#pragma once

#include "core/image/image.h"
#include "core/note.h"

#include <filesystem>

namespace convscope {

struct DecodedImage
{
    Image image;
    Notes notes;
};

enum class Orientation
{
    AsStored, ///< EXIF orientation ignored, as the notebook does; the network was trained that way
    Upright,
};

/// Reads a picture file at full size, as Pillow's Image.open(file).convert('RGB') does. The content decides
/// the format, not the name: JPEG, PNG, WebP (of an animation the first frame), TIFF, BMP, PPM or PGM.
/// Nothing is written to stderr by the codecs. May be called on several threads at once.
///
/// Where Pillow's way would mislead, this one differs: 16-bit gray becomes its upper 8 bits, and a PNG that
/// lacks rows is damaged. TIFF is always upright, since Pillow turns it unasked.
///
/// Throws Error: NoSuchFile, CannotRead, FileEmpty, NotAnImage, ImageDamaged (also a truncated file, of which
/// the codec could show a part), ImageUnsupported, ImageTooLarge.
DecodedImage decodeImage(const std::filesystem::path &file, Orientation orientation = Orientation::AsStored);

} // namespace convscope
