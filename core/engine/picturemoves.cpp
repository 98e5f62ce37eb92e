#include "core/engine/picturemoves.h"

#include "core/engine/tensors.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr int padding = 12;
constexpr double paddingValue = 0.5;
constexpr int firstCut = 8;
constexpr int lastCut = 4;
constexpr double radiansADegree = 3.14 / 180; ///< Lucid's

/// m×n: what each of the places that come is made of.
at::Tensor stretching(std::int64_t from, std::int64_t to)
{
    at::Tensor weights = at::zeros({to, from}, at::kDouble);
    auto each = weights.accessor<double, 2>();
    for (std::int64_t i = 0; i < to; ++i) {
        const double place = double(i * from) / double(to);
        const auto low = std::int64_t(std::floor(place));
        const std::int64_t high = std::min(low + 1, from - 1);
        each[i][low] += 1 - (place - double(low));
        each[i][high] += place - double(low);
    }
    return weights;
}

std::int64_t stretchedSize(std::int64_t size, double scale)
{
    return std::int64_t(float(scale) * float(size));
}

} // namespace

PictureMove drawnMove(NumpyRandom &random)
{
    PictureMove move;
    move.firstRow = int(random.below(firstCut + 1));
    move.firstColumn = int(random.below(firstCut + 1));
    move.scale = 1 + (int(random.below(11)) - 5) / 50.0;
    const int angle = int(random.below(26));
    move.degrees = angle < 21 ? angle - 10 : 0;
    move.lastRow = int(random.below(lastCut + 1));
    move.lastColumn = int(random.below(lastCut + 1));
    return move;
}

at::Tensor padded(const at::Tensor &pictures)
{
    return at::constant_pad_nd(pictures, {padding, padding, padding, padding}, paddingValue);
}

at::Tensor cropped(const at::Tensor &pictures, int cut, int row, int column)
{
    return pictures.narrow(-2, row, pictures.size(-2) - cut).narrow(-1, column, pictures.size(-1) - cut);
}

at::Tensor stretched(const at::Tensor &pictures, double scale)
{
    const std::int64_t height = pictures.size(-2);
    const std::int64_t width = pictures.size(-1);
    const at::Tensor rows = sent(stretching(height, stretchedSize(height, scale)), pictures.options());
    const at::Tensor columns = sent(stretching(width, stretchedSize(width, scale)), pictures.options());
    return at::matmul(at::matmul(rows, pictures), columns.t());
}

at::Tensor turned(const at::Tensor &pictures, int degrees)
{
    if (degrees == 0)
        return pictures;
    const std::int64_t height = pictures.size(-2);
    const std::int64_t width = pictures.size(-1);
    const double angle = radiansADegree * degrees;
    const double centreX = double(width - 1) / 2;
    const double centreY = double(height - 1) / 2;
    at::Tensor places = at::zeros({height * width}, at::kLong);
    at::Tensor inside = at::zeros({height, width}, at::kDouble);
    auto *place = places.data_ptr<std::int64_t>();
    auto *isInside = inside.data_ptr<double>();
    for (std::int64_t y = 0; y < height; ++y) {
        for (std::int64_t x = 0; x < width; ++x, ++place, ++isInside) {
            const double dx = double(x) - centreX;
            const double dy = double(y) - centreY;
            const double column = std::nearbyint(std::cos(angle) * dx - std::sin(angle) * dy + centreX);
            const double row = std::nearbyint(std::sin(angle) * dx + std::cos(angle) * dy + centreY);
            if (column < 0 || column >= double(width) || row < 0 || row >= double(height))
                continue;
            *place = std::int64_t(row) * width + std::int64_t(column);
            *isInside = 1;
        }
    }
    const at::Tensor taken =
        pictures.flatten(-2).index_select(-1, sent(places, pictures.options().dtype(at::kLong)));
    return taken.view(pictures.sizes()) * sent(inside, pictures.options());
}

at::Tensor moved(const at::Tensor &pictures, const PictureMove &move, InputSize size)
{
    at::Tensor result = cropped(padded(pictures), firstCut, move.firstRow, move.firstColumn);
    result = turned(stretched(result, move.scale), move.degrees);
    result = cropped(result, lastCut, move.lastRow, move.lastColumn);
    return at::upsample_bilinear2d(result, {size.height, size.width}, /*align_corners=*/false);
}

} // namespace convscope
