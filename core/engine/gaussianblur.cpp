#include "core/engine/gaussianblur.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace convscope {

namespace {

/// The weights of a Gaussian from −r to r; they add up to 1.
std::vector<double> gaussian(double deviation)
{
    constexpr double deviations = 4;
    const int radius = int(deviations * deviation + 0.5);
    std::vector<double> weights;
    for (int i = -radius; i <= radius; ++i)
        weights.push_back(std::exp(-0.5 * i * i / (deviation * deviation)));
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double &weight : weights)
        weight /= sum;
    return weights;
}

/// What each place of a side takes from each, size×size: a product with it smooths along that side.
at::Tensor smoothing(std::int64_t size, const std::vector<double> &weights, Outside outside)
{
    at::Tensor matrix = at::zeros({size, size}, at::kDouble);
    const auto radius = std::int64_t(weights.size() / 2);
    auto *row = matrix.data_ptr<double>();
    for (std::int64_t place = 0; place < size; ++place, row += size) {
        for (std::int64_t i = -radius; i <= radius; ++i) {
            const std::int64_t inside = std::clamp(place + i, std::int64_t(0), size - 1);
            if (inside == place + i || outside == Outside::Repeated)
                row[inside] += weights[std::size_t(i + radius)];
        }
    }
    return matrix;
}

} // namespace

at::Tensor gaussianBlurred(const at::Tensor &pictures, double deviation, Outside outside)
{
    if (deviation <= 0)
        return pictures;
    const std::vector<double> weights = gaussian(deviation);
    return at::matmul(at::matmul(smoothing(pictures.size(-2), weights, outside), pictures),
        smoothing(pictures.size(-1), weights, outside).t());
}

} // namespace convscope
