#include "core/internal/codec.h"

#include <algorithm>
#include <string_view>

namespace convscope {

namespace {

using namespace std::string_view_literals;

struct Signature
{
    std::size_t offset;
    std::string_view bytes;
    FileFormat format;
    const char *name;
};

constexpr Signature signatures[] = {
    {0, "\xff\xd8\xff"sv, FileFormat::Jpeg, "JPEG"},
    {0, "\x89PNG\r\n\x1a\n"sv, FileFormat::Png, "PNG"},
    {8, "WEBP"sv, FileFormat::WebP, "WebP"},
    {0, "II*\0"sv, FileFormat::Tiff, "TIFF"},
    {0, "MM\0*"sv, FileFormat::Tiff, "TIFF"},
    {0, "II+\0"sv, FileFormat::Tiff, "TIFF"},
    {0, "MM\0+"sv, FileFormat::Tiff, "TIFF"},
    {0, "GIF87a"sv, FileFormat::Unsupported, "GIF"},
    {0, "GIF89a"sv, FileFormat::Unsupported, "GIF"},
    {4, "ftypheic"sv, FileFormat::Unsupported, "HEIC"},
    {4, "ftypheix"sv, FileFormat::Unsupported, "HEIC"},
    {4, "ftyphevc"sv, FileFormat::Unsupported, "HEIC"},
    {4, "ftypmif1"sv, FileFormat::Unsupported, "HEIF"},
    {4, "ftypmsf1"sv, FileFormat::Unsupported, "HEIF"},
    {4, "ftypavif"sv, FileFormat::Unsupported, "AVIF"},
    {4, "ftypavis"sv, FileFormat::Unsupported, "AVIF"},
    {0, "\xff\x0a"sv, FileFormat::Unsupported, "JPEG XL"},
    {0, "\0\0\0\x0cJXL \r\n\x87\n"sv, FileFormat::Unsupported, "JPEG XL"},
    {0, "\0\0\0\x0cjP  \r\n\x87\n"sv, FileFormat::Unsupported, "JPEG 2000"},
    {0, "\xff\x4f\xff\x51"sv, FileFormat::Unsupported, "JPEG 2000"},
    {0, "8BPS"sv, FileFormat::Unsupported, "Photoshop"},
    {0, "%PDF-"sv, FileFormat::Unsupported, "PDF"},
    {0, "<svg"sv, FileFormat::Unsupported, "SVG"},
    {0, "\0\0\1\0"sv, FileFormat::Unsupported, "ICO"},
};

bool stands(Bytes start, std::size_t offset, std::string_view bytes)
{
    return start.size() >= offset + bytes.size()
        && std::equal(bytes.begin(), bytes.end(), start.begin() + std::ptrdiff_t(offset),
            [](char expected, std::uint8_t found) { return std::uint8_t(expected) == found; });
}

/// "BM" alone begins many a text; the size of the second header tells.
bool isBmp(Bytes start)
{
    constexpr std::uint8_t headerSizes[] = {12, 40, 52, 56, 64, 108, 124};
    return stands(start, 0, "BM"sv) && start.size() > 17 && start[15] == 0 && start[16] == 0 && start[17] == 0
        && std::ranges::count(headerSizes, start[14]) == 1;
}

} // namespace

DetectedFormat detectFormat(Bytes start)
{
    for (const Signature &signature : signatures) {
        if (stands(start, signature.offset, signature.bytes)
            && (signature.format != FileFormat::WebP || stands(start, 0, "RIFF"sv)))
            return {signature.format, signature.name};
    }
    if (isBmp(start))
        return {FileFormat::Bmp, "BMP"};
    return {};
}

} // namespace convscope
