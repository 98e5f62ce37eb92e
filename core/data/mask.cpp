#include "core/data/mask.h"

#include "core/error.h"
#include "core/image/decode.h"

#include <algorithm>
#include <numeric>
#include <system_error>

namespace convscope {

namespace fs = std::filesystem;

namespace {

constexpr int levels = 4; // a photo's folder, a class folder, a split, the data set
constexpr int brightest = 127; // of what is no food

/// ITU-R 601 in 16-bit fixed point, as Pillow computes it.
int brightness(const std::uint8_t *rgb)
{
    return (rgb[0] * 19595 + rgb[1] * 38470 + rgb[2] * 7471 + 0x8000) >> 16;
}

} // namespace

double Mask::share() const
{
    return inside.empty() ? 0 : std::accumulate(inside.begin(), inside.end(), 0.0) / double(inside.size());
}

std::optional<fs::path> findMask(const fs::path &photo)
{
    std::error_code error;
    fs::path folder = fs::absolute(photo, error).lexically_normal();
    fs::path below = folder.filename().replace_extension(".png");
    for (int level = 0; level < levels && !error && folder.has_relative_path(); ++level) {
        folder = folder.parent_path();
        const fs::path mask = folder / "masks" / below;
        if (fs::is_regular_file(mask, error))
            return mask;
        error.clear();
        below = folder.filename() / below;
    }
    return {};
}

Mask readMask(const fs::path &file, int width, int height)
{
    return readMask(file, width, height, {0, 0, width, height});
}

Mask readMask(const fs::path &file, int width, int height, const Window &window)
{
    const Image image = decodeImage(file).image;
    Mask mask{window.width, window.height, {}};
    mask.inside.reserve(std::size_t(window.width) * std::size_t(window.height));
    for (int y = window.y; y < window.y + window.height; ++y) {
        const auto row = std::size_t(nearestIndex(y, image.height, height)) * std::size_t(image.width);
        for (int x = window.x; x < window.x + window.width; ++x) {
            const std::size_t pixel = row + std::size_t(nearestIndex(x, image.width, width));
            mask.inside.push_back(brightness(&image.pixels[pixel * 3]) > brightest);
        }
    }
    if (std::ranges::count(mask.inside, 1) == 0)
        throw Error(ErrorKind::MaskEmpty, file);
    return mask;
}

} // namespace convscope
