#pragma once

#include "core/image/decode.h"
#include "core/internal/bytereader.h"

#include <cstdint>
#include <string>

namespace convscope {

// The codecs behind decodeImage, one file each. They take a whole file, give the pixels as stored and throw
// Error without a file name. JPEG, PNG, WebP and TIFF go to their libraries rather than through OpenCV: its
// wrappers let them write to stderr, and show a part of a truncated picture as if it were whole.

enum class FileFormat
{
    Jpeg,
    Png,
    WebP,
    Tiff,
    Bmp,
    Pnm,
    Unsupported,
    Unknown
};

struct DetectedFormat
{
    FileFormat format = FileFormat::Unknown;
    std::string name; ///< for people; empty where Unknown
};

/// By the first bytes of the file; 64 are enough.
DetectedFormat detectFormat(Bytes start);

DecodedImage decodeJpeg(Bytes file);
DecodedImage decodePng(Bytes file);
DecodedImage decodeWebP(Bytes file);
DecodedImage decodeTiff(Bytes file);
DecodedImage decodeBmp(Bytes file);
DecodedImage decodePnm(Bytes file);

/// An image of that size, black. Throws Error: ImageDamaged for an empty size, ImageTooLarge above Pillow's
/// limit for decompression bombs (about 179 million pixels), so that a few bytes cannot claim all memory.
Image makeImage(std::uint64_t width, std::uint64_t height);

} // namespace convscope
