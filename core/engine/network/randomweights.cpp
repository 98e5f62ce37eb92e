#include "core/engine/network/randomweights.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <cmath>

namespace convscope {

namespace {

using Kind = PlannedLayer::Kind;
using Tensors = std::map<std::string, at::Tensor>;

/// The tensor of this name; null where the module has none.
at::Tensor *find(Tensors &tensors, const std::string &name)
{
    const auto found = tensors.find(name);
    return found == tensors.end() ? nullptr : &found->second;
}

/// Drawn on the CPU whatever the device, so that a seed gives the same everywhere.
at::Tensor uniformLike(const at::Tensor &tensor, double bound, const at::Generator &random)
{
    const at::Tensor drawn = at::empty(tensor.sizes(), tensor.scalar_type()).uniform_(-bound, bound, random);
    return drawn.to(tensor.device());
}

void drawAffine(Tensors &tensors, const std::string &name, std::uint32_t seed)
{
    at::Tensor *weight = find(tensors, name + ".weight");
    at::Tensor *bias = find(tensors, name + ".bias");
    const Affine drawn = randomAffine(*weight, bias ? *bias : at::Tensor(), seed);
    *weight = drawn.weight;
    if (bias)
        *bias = drawn.bias;
}

void resetNorm(Tensors &tensors, const std::string &name)
{
    for (const auto &[part, value] :
        {std::pair{".weight", 1.0}, {".bias", 0.0}, {".running_mean", 0.0}, {".running_var", 1.0}}) {
        if (at::Tensor *tensor = find(tensors, name + part))
            *tensor = at::full_like(*tensor, value);
    }
}

} // namespace

/// The bounds are computed as torch.nn.init does, to the last bit.
Affine randomAffine(const at::Tensor &weight, const at::Tensor &bias, std::uint32_t seed)
{
    const at::Generator random = at::detail::createCPUGenerator(seed);
    const double root = std::sqrt(double(weight.numel() / weight.size(0)));
    const double gain = std::sqrt(2.0 / (1 + std::sqrt(5.0) * std::sqrt(5.0)));
    Affine drawn;
    drawn.weight = uniformLike(weight, std::sqrt(3.0) * (gain / root), random);
    if (bias.defined())
        drawn.bias = uniformLike(bias, 1 / root, random);
    return drawn;
}

Tensors withRandomWeights(
    Tensors tensors, const std::vector<PlannedLayer> &layers, int modules, std::uint32_t seed)
{
    for (auto layer = layers.rbegin(); layer != layers.rend() && modules > 0; ++layer) {
        if (layer->kind == Kind::Conv2d || layer->kind == Kind::Linear)
            drawAffine(tensors, layer->name, seed);
        else if (layer->kind == Kind::BatchNorm2d)
            resetNorm(tensors, layer->name);
        else
            continue;
        --modules;
    }
    return tensors;
}

} // namespace convscope
