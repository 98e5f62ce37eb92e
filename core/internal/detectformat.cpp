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
    {0, "\x01\xda"sv, FileFormat::Unsupported, "SGI"},
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

/// "P" and a kind from 1 to 6 begin many a text as well; a blank and a number or a comment follow.
bool isPnm(Bytes start, char firstKind, char lastKind)
{
    return start.size() > 3 && start[0] == 'P' && start[1] >= firstKind && start[1] <= lastKind
        && (start[2] == ' ' || (start[2] >= '\t' && start[2] <= '\r'))
        && (start[3] == '#' || start[3] == ' ' || (start[3] >= '0' && start[3] <= '9'));
}

bool isPcx(Bytes start)
{
    return start.size() > 4 && start[0] == 10 && start[1] <= 5 && start[2] <= 1
        && std::ranges::count(std::initializer_list<int>{1, 2, 4, 8}, start[3]) == 1;
}

/// Targa has no mark of its own: a header of 18 bytes whose fields have few values.
bool isTarga(Bytes start)
{
    return start.size() > 17 && start[1] <= 1
        && std::ranges::count(std::initializer_list<int>{1, 2, 3, 9, 10, 11}, start[2]) == 1
        && std::ranges::count(std::initializer_list<int>{8, 15, 16, 24, 32}, start[16]) == 1
        && (start[12] | start[13]) != 0 && (start[14] | start[15]) != 0 && (start[17] & 0xc0) == 0;
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
    if (isPnm(start, '2', '3') || isPnm(start, '5', '6'))
        return {FileFormat::Pnm, "PPM"};
    if (isPnm(start, '1', '4'))
        return {FileFormat::Unsupported, "PBM"};
    if (isPcx(start))
        return {FileFormat::Unsupported, "PCX"};
    if (isTarga(start))
        return {FileFormat::Unsupported, "TGA"};
    return {};
}

} // namespace convscope
