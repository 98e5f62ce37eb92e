#include "core/image/decode.h"

#include "core/data/filekind.h"
#include "core/error.h"
#include "core/internal/codec.h"
#include "core/internal/orientation.h"
#include "core/internal/readfile.h"

#include <new>

namespace convscope {

Image makeImage(std::uint64_t width, std::uint64_t height)
{
    // Pillow's MAX_IMAGE_PIXELS, doubled: from there on it refuses.
    constexpr std::uint64_t maxPixels = 2 * (std::uint64_t(1024) * 1024 * 1024 / 4 / 3);
    if (width == 0 || height == 0)
        throw Error(ErrorKind::ImageDamaged);
    if (width > maxPixels || height > maxPixels || width * height > maxPixels)
        throw Error(ErrorKind::ImageTooLarge, {}, {std::to_string(width), std::to_string(height)});
    return {int(width), int(height), std::vector<std::uint8_t>(width * height * 3)};
}

namespace {

DecodedImage decoded(Bytes file, FileFormat format)
{
    switch (format) {
    case FileFormat::Jpeg:
        return decodeJpeg(file);
    case FileFormat::Png:
        return decodePng(file);
    case FileFormat::WebP:
        return decodeWebP(file);
    case FileFormat::Tiff:
        return decodeTiff(file);
    case FileFormat::Bmp:
        return decodeBmp(file);
    case FileFormat::Pnm:
        return decodePnm(file);
    case FileFormat::Unsupported:
    case FileFormat::Unknown:
        break;
    }
    throw Error(ErrorKind::NotAnImage);
}

/// What comes in the place of a photo, whatever it is called.
bool stoodForAnother(FileKind kind)
{
    return kind == FileKind::GitLfsPointer || kind == FileKind::WebPage || isArchive(kind);
}

} // namespace

DecodedImage decodeImage(const std::filesystem::path &file, Orientation orientation)
try {
    const std::vector<std::uint8_t> start = readFile(file, 512);
    const DetectedFormat detected = detectFormat(start);
    if (detected.format == FileFormat::Unknown) {
        const std::optional<FileKind> kind = fileKind(start);
        if (kind && stoodForAnother(*kind))
            throw Error(ErrorKind::FileOfOtherKind, {}, {name(*kind)});
        throw Error(ErrorKind::NotAnImage);
    }
    if (detected.format == FileFormat::Unsupported)
        throw Error(ErrorKind::ImageUnsupported, {}, {detected.name});

    const std::vector<std::uint8_t> bytes = readFile(file);
    DecodedImage result = decoded(bytes, detected.format);
    // Pillow turns TIFF upright by itself, and only TIFF.
    const int stated = statedOrientation(bytes, detected.format);
    if (stated == 1)
        return result;
    if (orientation == Orientation::Upright || detected.format == FileFormat::Tiff)
        result.image = upright(result.image, stated);
    else
        result.notes.push_back(Note::PhotoNotTurned);
    return result;
} catch (const Error &error) {
    throw error.in(file);
} catch (const std::bad_alloc &) {
    throw Error(ErrorKind::OutOfMemory, file);
} catch (const std::exception &error) {
    throw Error(ErrorKind::Internal, file, {error.what()});
}

} // namespace convscope
