#include "core/internal/orientation.h"

#include "core/internal/bytereader.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace convscope {

namespace {

using namespace std::string_view_literals;

using Order = std::uint64_t (*)(Bytes number);

/// The number at `offset`; nothing where the bytes end before.
std::optional<std::uint64_t> numberAt(Bytes bytes, std::uint64_t offset, std::uint64_t count, Order order)
{
    const std::optional<Bytes> number = bytesAt(bytes, offset, count);
    return number ? std::optional(order(*number)) : std::nullopt;
}

bool begins(Bytes bytes, std::string_view with)
{
    return bytes.size() >= with.size()
        && std::equal(with.begin(), with.end(), bytes.begin(),
            [](char expected, std::uint8_t found) { return std::uint8_t(expected) == found; });
}

/// The orientation in the first directory of a TIFF structure, which is what an EXIF block is.
int orientationInTiff(Bytes tiff)
{
    constexpr std::uint32_t orientationTag = 0x0112;
    const Order order = begins(tiff, "MM"sv) ? bigEndian : littleEndian;
    const auto directory = numberAt(tiff, 4, 4, order);
    const auto entries = directory ? numberAt(tiff, *directory, 2, order) : std::nullopt;
    if (!entries)
        return 1;
    for (std::uint64_t i = 0; i < *entries; ++i) {
        const std::uint64_t entry = *directory + 2 + 12 * i;
        if (numberAt(tiff, entry, 2, order) != orientationTag)
            continue;
        const std::uint64_t value = numberAt(tiff, entry + 8, 2, order).value_or(1);
        return value >= 1 && value <= 8 ? int(value) : 1;
    }
    return 1;
}

Bytes withoutExifMark(Bytes block) { return begins(block, "Exif\0\0"sv) ? block.subspan(6) : block; }

Bytes exifOfJpeg(Bytes file)
{
    for (std::size_t at = 2; at + 4 <= file.size() && file[at] == 0xff;) {
        const std::uint8_t marker = file[at + 1];
        if (marker == 0xff) { // filling
            ++at;
            continue;
        }
        if (marker == 0xda || marker == 0xd9) // the pixels begin, or the end
            break;
        const std::size_t length = bigEndian(file.subspan(at + 2, 2));
        if (length < 2 || length > file.size() - at - 2)
            break;
        const Bytes content = file.subspan(at + 4, length - 2);
        if (marker == 0xe1 && begins(content, "Exif\0\0"sv))
            return withoutExifMark(content);
        at += 2 + length;
    }
    return {};
}

Bytes exifOfPng(Bytes file)
{
    for (std::size_t at = 8; at + 12 <= file.size();) {
        const std::size_t length = bigEndian(file.subspan(at, 4));
        if (length > file.size() - at - 12)
            break;
        if (begins(file.subspan(at + 4), "eXIf"sv))
            return withoutExifMark(file.subspan(at + 8, length));
        at += 12 + length;
    }
    return {};
}

Bytes exifOfWebP(Bytes file)
{
    for (std::size_t at = 12; at + 8 <= file.size();) {
        const std::size_t length = littleEndian(file.subspan(at + 4, 4));
        if (length > file.size() - at - 8)
            break;
        if (begins(file.subspan(at), "EXIF"sv))
            return withoutExifMark(file.subspan(at + 8, length));
        at += 8 + length + length % 2;
    }
    return {};
}

} // namespace

int statedOrientation(Bytes file, FileFormat format)
{
    switch (format) {
    case FileFormat::Jpeg:
        return orientationInTiff(exifOfJpeg(file));
    case FileFormat::Png:
        return orientationInTiff(exifOfPng(file));
    case FileFormat::WebP:
        return orientationInTiff(exifOfWebP(file));
    case FileFormat::Tiff:
        return orientationInTiff(file);
    case FileFormat::Bmp:
    case FileFormat::Pnm:
    case FileFormat::Unsupported:
    case FileFormat::Unknown:
        break;
    }
    return 1;
}

Image upright(const Image &image, int orientation)
{
    // EXIF: 2 and 4 are mirrored, 3 is upside down, 5 to 8 lie on their side. (row, column) of the stored
    // picture that belongs at (y, x) of the upright one:
    const bool onItsSide = orientation >= 5;
    const bool fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    Image result{onItsSide ? image.height : image.width, onItsSide ? image.width : image.height,
        std::vector<std::uint8_t>(image.pixels.size())};
    std::uint8_t *out = result.pixels.data();
    for (int y = 0; y < result.height; ++y) {
        for (int x = 0; x < result.width; ++x) {
            const int row = onItsSide ? x : y;
            const int column = onItsSide ? y : x;
            const std::size_t storedRow = std::size_t(fromBottom ? image.height - 1 - row : row);
            const std::size_t storedColumn = std::size_t(fromRight ? image.width - 1 - column : column);
            const std::uint8_t *in =
                image.pixels.data() + (storedRow * std::size_t(image.width) + storedColumn) * 3;
            out = std::copy_n(in, 3, out);
        }
    }
    return result;
}

} // namespace convscope
