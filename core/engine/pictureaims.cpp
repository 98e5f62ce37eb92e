#include "core/engine/pictureaims.h"

#include <ATen/ATen.h>

namespace convscope {

at::Tensor middleOf(const at::Tensor &maps)
{
    return maps.select(1, maps.size(1) / 2).select(1, maps.size(2) / 2);
}

at::Tensor alongDirection(const at::Tensor &maps, const at::Tensor &direction, double power)
{
    constexpr double epsilon = 1e-4;
    constexpr double leastCosine = 0.1;
    const at::Tensor product = (maps * direction.view({1, -1, 1, 1})).sum(1);
    if (power == 0)
        return product.flatten(1).mean(1);
    const at::Tensor norms = maps.square().sum(1).sqrt() + epsilon;
    const at::Tensor cosine = product / norms / (direction.square().sum().sqrt() + epsilon);
    return (product * cosine.clamp_min(leastCosine).pow(power)).flatten(1).mean(1);
}

at::Tensor likeness(const at::Tensor &maps)
{
    constexpr double leastNorm = 1e-12;
    const at::Tensor places = maps.flatten(2);
    const at::Tensor grams = at::matmul(places, places.transpose(1, 2)).flatten(1);
    const at::Tensor directions = grams / grams.square().sum(1, /*keepdim=*/true).sqrt().clamp_min(leastNorm);
    const at::Tensor products = at::matmul(directions, directions.t());
    return (products.sum() - products.diagonal().sum()) / double(maps.size(0));
}

at::Tensor totalVariation(const at::Tensor &pictures)
{
    return pictures.diff(1, -2).abs().flatten(1).sum(1) + pictures.diff(1, -1).abs().flatten(1).sum(1);
}

at::Tensor distanceFromGray(const at::Tensor &pictures)
{
    constexpr double epsilon = 1e-6;
    return ((pictures - 0.5).square().flatten(1).sum(1) + epsilon).sqrt();
}

at::Tensor sharpness(const at::Tensor &pictures)
{
    const std::int64_t channels = pictures.size(1);
    at::Tensor kernel = at::full({channels, 1, 3, 3}, 0.5, pictures.options());
    kernel.select(2, 1).select(2, 1).fill_(1);
    const auto summed = [&](const at::Tensor &values) {
        return at::conv2d(values, kernel, {}, /*stride=*/1, /*padding=*/1, /*dilation=*/1, channels);
    };
    const at::Tensor blurred =
        (summed(pictures.detach()) / summed(at::ones_like(pictures).detach())).detach();
    return (pictures - blurred).square().flatten(1).sum(1) * 0.5;
}

} // namespace convscope
