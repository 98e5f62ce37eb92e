#include "core/error.h"
#include "core/internal/bytereader.h"
#include "core/internal/codec.h"

#include <algorithm>
#include <cstdlib>

#include <opencv2/imgcodecs.hpp>

namespace convscope {

namespace {

/// The header's length was checked before.
std::uint32_t number(Bytes file, std::size_t offset, std::size_t bytes)
{
    return std::uint32_t(littleEndian(file.subspan(offset, bytes)));
}

struct BmpHeader
{
    std::uint64_t width = 0;
    std::uint64_t height = 0;
    std::uint64_t bits = 0; ///< a pixel
    std::uint32_t compression = 0;
    std::uint64_t paletteEnd = 0; ///< offsets in the file
    std::uint64_t pixelsEnd = 0;
};

BmpHeader readHeader(Bytes file)
{
    constexpr std::size_t fileHeader = 14;
    if (file.size() < fileHeader + 40)
        throw Error(ErrorKind::ImageDamaged);
    const std::uint32_t headerSize = number(file, 14, 4);
    const bool old = headerSize == 12; // OS/2: 16-bit sizes, no compression, 3 bytes a colour of the palette
    BmpHeader header;
    header.width = old ? number(file, 18, 2) : number(file, 18, 4);
    const auto height = std::int32_t(old ? number(file, 20, 2) : number(file, 22, 4));
    header.height = std::uint64_t(std::abs(std::int64_t(height))); // negative: stored top down
    header.bits = number(file, old ? 24 : 28, 2);
    header.compression = old ? 0 : number(file, 30, 4);
    if (header.bits <= 8) {
        const std::uint32_t stated = old ? 0 : number(file, 46, 4);
        const std::uint64_t colours = stated == 0 ? std::uint64_t(1) << header.bits : stated;
        if (colours > 256)
            throw Error(ErrorKind::ImageDamaged);
        header.paletteEnd = fileHeader + headerSize + colours * (old ? 3 : 4);
    }
    header.pixelsEnd = number(file, 10, 4) + (header.width * header.bits + 31) / 32 * 4 * header.height;
    return header;
}

} // namespace

DecodedImage decodeBmp(Bytes file)
{
    // OpenCV complains on stderr about what is wrong with a file, so all that may be wrong is found out
    // first.
    constexpr std::uint64_t knownBits[] = {1, 4, 8, 16, 24, 32};
    const BmpHeader header = readHeader(file);
    DecodedImage result{makeImage(header.width, header.height), {}};
    const bool masks = header.compression == 3 && (header.bits == 16 || header.bits == 32);
    if (header.compression != 0 && !masks)
        throw Error(ErrorKind::ImageUnsupported, {}, {}, Phrase::CompressedBmp);
    if (std::ranges::count(knownBits, header.bits) == 0 || header.paletteEnd > file.size()
        || header.pixelsEnd > file.size())
        throw Error(ErrorKind::ImageDamaged);

    const cv::Mat stored(1, int(file.size()), CV_8U, const_cast<std::uint8_t *>(file.data()));
    const cv::Mat decoded = cv::imdecode(stored, cv::IMREAD_COLOR | cv::IMREAD_IGNORE_ORIENTATION);
    if (decoded.empty() || decoded.type() != CV_8UC3 || decoded.cols != result.image.width
        || decoded.rows != result.image.height)
        throw Error(ErrorKind::ImageDamaged);
    std::uint8_t *out = result.image.pixels.data();
    for (int y = 0; y < decoded.rows; ++y) {
        const std::uint8_t *in = decoded.ptr(y);
        for (int x = 0; x < decoded.cols; ++x, in += 3)
            out = std::reverse_copy(in, in + 3, out); // OpenCV's blue, green, red
    }
    return result;
}

} // namespace convscope
