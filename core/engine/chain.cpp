#include "core/engine/chain.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

using Kind = ChainModule::Kind;
using Sizes = std::vector<std::int64_t>;

Sizes sizesOf(const std::vector<int> &sides) { return {sides.begin(), sides.end()}; }

Sizes withBatch(const at::Tensor &input, Sizes shape)
{
    shape.insert(shape.begin(), input.size(0));
    return shape;
}

at::Tensor convolved(const ChainModule &module, const at::Tensor &input)
{
    const LayerGeometry &geometry = module.geometry;
    return at::conv2d(input, module.weight, module.bias, sizesOf(geometry.stride), sizesOf(geometry.padding),
        sizesOf(geometry.dilation), geometry.groups);
}

at::Tensor transposedConvolution(
    const ChainModule &module, const at::Tensor &input, const at::Tensor &message)
{
    // Not conv_transpose2d, which takes three times as long.
    const LayerGeometry &geometry = module.geometry;
    return std::get<0>(at::convolution_backward(message, input, module.weight, /*bias_sizes=*/c10::nullopt,
        sizesOf(geometry.stride), sizesOf(geometry.padding), sizesOf(geometry.dilation), /*transposed=*/false,
        /*output_padding=*/{0, 0}, geometry.groups, {true, false, false}));
}

at::Tensor averaged(const ChainModule &module, const at::Tensor &input)
{
    return at::avg_pool2d(input, sizesOf(module.geometry.kernel), sizesOf(module.geometry.stride));
}

at::Tensor transposedAverage(const ChainModule &module, const at::Tensor &input, const at::Tensor &message)
{
    return at::avg_pool2d_backward(message, input, sizesOf(module.geometry.kernel),
        sizesOf(module.geometry.stride), {0, 0}, /*ceil_mode=*/false, /*count_include_pad=*/true,
        c10::nullopt);
}

} // namespace

at::Tensor ChainModule::operator()(const at::Tensor &input) const
{
    switch (kind) {
    case Kind::Convolution:
        return convolved(*this, input);
    case Kind::Linear:
        return at::linear(input, weight, bias);
    case Kind::ReLU:
        return at::relu(input);
    case Kind::MaxPool:
        return poolPlaces(*this, input).first;
    case Kind::AveragePool:
        return averaged(*this, input);
    case Kind::Reshape:
        return input.reshape(withBatch(input, shape));
    }
    return input;
}

at::Tensor ChainModule::transposed(const at::Tensor &input, const at::Tensor &message) const
{
    switch (kind) {
    case Kind::Convolution:
        return transposedConvolution(*this, input, message);
    case Kind::Linear:
        return at::matmul(message, weight);
    case Kind::ReLU:
        return message * (input > 0);
    case Kind::MaxPool:
        return unpooled(*this, input, poolPlaces(*this, input).second, message);
    case Kind::AveragePool:
        return transposedAverage(*this, input, message);
    case Kind::Reshape:
        return message.reshape(withBatch(message, input.sizes().slice(1).vec()));
    }
    return message;
}

std::pair<at::Tensor, at::Tensor> poolPlaces(const ChainModule &module, const at::Tensor &input)
{
    const LayerGeometry &geometry = module.geometry;
    const auto [values, places] = at::max_pool2d_with_indices(input, sizesOf(geometry.kernel),
        sizesOf(geometry.stride), sizesOf(geometry.padding), sizesOf(geometry.dilation), module.ceilMode);
    return {values, places};
}

at::Tensor unpooled(
    const ChainModule &module, const at::Tensor &input, const at::Tensor &places, const at::Tensor &message)
{
    const LayerGeometry &geometry = module.geometry;
    return at::max_pool2d_with_indices_backward(message, input, sizesOf(geometry.kernel),
        sizesOf(geometry.stride), sizesOf(geometry.padding), sizesOf(geometry.dilation), module.ceilMode,
        places);
}

ChainModule withWeights(const ChainModule &module, const at::Tensor &weight, const at::Tensor &bias)
{
    ChainModule changed = module;
    changed.weight = weight;
    changed.bias = bias;
    return changed;
}

at::Tensor Chain::operator()(const at::Tensor &values) const
{
    at::Tensor result = values;
    for (const ChainModule &module : modules)
        result = module(result);
    return result;
}

void addLogitOfZero(Chain &chain)
{
    ChainModule &last = chain.modules.back();
    last.weight = at::cat({at::zeros_like(last.weight), last.weight});
    last.bias = at::cat({at::zeros_like(last.bias), last.bias});
}

} // namespace convscope
