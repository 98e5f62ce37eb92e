#include "core/error.h"
#include "core/internal/codec.h"

#include <algorithm>
#include <cstdlib>

#include <opencv2/imgcodecs.hpp>

namespace convscope {

namespace {

std::uint32_t number(Bytes file, std::size_t offset, std::size_t bytes)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        value |= std::uint32_t(file[offset + i]) << (8 * i);
    return value;
}

} // namespace

DecodedImage decodeBmp(Bytes file)
{
    // OpenCV complains on stderr about a file that ends early, so that is found out first.
    constexpr std::size_t headers = 14 + 40;
    if (file.size() < headers)
        throw Error(ErrorKind::ImageDamaged);
    const bool old = number(file, 14, 4) == 12;
    const std::uint64_t width = old ? number(file, 18, 2) : number(file, 18, 4);
    const auto signedHeight = std::int32_t(old ? number(file, 20, 2) : number(file, 22, 4));
    const std::uint64_t height =
        std::uint64_t(std::abs(std::int64_t(signedHeight))); // negative: stored top down
    const std::uint64_t bits = number(file, old ? 24 : 28, 2);
    const std::uint32_t compression = old ? 0 : number(file, 30, 4);
    DecodedImage result{makeImage(width, height), {}};
    const bool plain = compression == 0 || compression == 3;
    const std::uint64_t size = plain ? (width * bits + 31) / 32 * 4 * height : number(file, 34, 4);
    if (number(file, 10, 4) + size > file.size())
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
