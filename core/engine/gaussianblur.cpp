#include "core/engine/gaussianblur.h"

#include "core/image/gaussian.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace convscope {

namespace {

/// Where the value comes from that stands at a place of a side; none for a zero.
std::optional<int> sourceOf(int place, int size, Outside outside)
{
    switch (outside) {
    case Outside::Repeated:
        return std::clamp(place, 0, size - 1);
    case Outside::Reflected:
        return reflected(place, size);
    case Outside::Zero:
        break;
    }
    return place >= 0 && place < size ? std::optional(place) : std::nullopt;
}

/// What each place of a side takes from each, size×size: a product with it smooths along that side.
at::Tensor smoothing(int size, const std::vector<double> &weights, Outside outside)
{
    at::Tensor matrix = at::zeros({size, size}, at::kDouble);
    const int radius = int(weights.size() / 2);
    auto *row = matrix.data_ptr<double>();
    for (int place = 0; place < size; ++place, row += size) {
        for (int i = -radius; i <= radius; ++i) {
            if (const std::optional<int> source = sourceOf(place + i, size, outside))
                row[*source] += weights[std::size_t(i + radius)];
        }
    }
    return matrix;
}

} // namespace

at::Tensor gaussianBlurred(const at::Tensor &pictures, double deviation, Outside outside)
{
    if (deviation <= 0)
        return pictures;
    constexpr double deviations = 4;
    const std::vector<double> weights = gaussianWeights(deviation, int(deviations * deviation + 0.5));
    const auto along = [&](int side) { return smoothing(int(pictures.size(side)), weights, outside); };
    return at::matmul(at::matmul(along(-2), pictures), along(-1).t());
}

} // namespace convscope
