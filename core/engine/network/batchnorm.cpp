#include "core/engine/network/batchnorm.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <vector>

namespace convscope {

Affine batchNorm(const at::Tensor &mean, const at::Tensor &variance, const at::Tensor &gamma,
    const at::Tensor &beta, double epsilon)
{
    at::Tensor scale = at::rsqrt(variance.to(at::kDouble) + epsilon);
    if (gamma.defined())
        scale = scale * gamma.to(at::kDouble);
    at::Tensor shift = -scale * mean.to(at::kDouble);
    if (beta.defined())
        shift = shift + beta.to(at::kDouble);
    return {scale, shift};
}

Affine folded(const Affine &layer, const Affine &norm)
{
    const at::Tensor &scale = norm.weight;
    std::vector<std::int64_t> eachOutput(std::size_t(layer.weight.dim()), 1);
    eachOutput.front() = -1;
    return {layer.weight.to(at::kDouble) * scale.view(eachOutput),
        layer.bias.defined() ? norm.bias + scale * layer.bias.to(at::kDouble) : norm.bias};
}

} // namespace convscope
