#include "core/engine/network/classifierchain.h"

#include "core/error.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

using Kind = ChainModule::Kind;

LayerGeometry geometryOf(const PlannedLayer &layer, int stride)
{
    return {{layer.kernel, layer.kernel}, {stride, stride}, {layer.padding, layer.padding}, {1, 1}};
}

} // namespace

void ClassifierChain::append(const PlannedLayer &layer, const Affine &affine)
{
    switch (layer.kind) {
    case PlannedLayer::Kind::Conv2d:
        m_chain.modules.push_back(withAffine(Kind::Convolution, layer, affine));
        m_chain.modules.back().geometry = geometryOf(layer, /*stride=*/1);
        break;
    case PlannedLayer::Kind::Activation:
        appendActivation(layer);
        break;
    case PlannedLayer::Kind::Pool:
        appendPool(layer);
        break;
    case PlannedLayer::Kind::Linear:
        appendLinear(layer, affine);
        break;
    case PlannedLayer::Kind::BatchNorm2d: // in its convolution
    case PlannedLayer::Kind::Dropout: // does nothing
        break;
    }
    if (layer.height > 0)
        m_maps = {layer.channels, layer.height, layer.width};
}

Chain ClassifierChain::finished()
{
    if (m_chain.modules.back().weight.size(0) == 1)
        addLogitOfZero(m_chain);
    return std::move(m_chain);
}

void ClassifierChain::appendActivation(const PlannedLayer &layer)
{
    const bool isMap = layer.height > 0;
    if ((isMap ? m_modules.activation : m_modules.linearActivation) != Modules::Activation::ReLU)
        throw Error(ErrorKind::NoRuleFor, {}, {layer.name, name(layer.kind, m_modules, isMap)});
    m_chain.modules.push_back({.kind = Kind::ReLU, .name = layer.name});
}

void ClassifierChain::appendPool(const PlannedLayer &layer)
{
    m_chain.modules.push_back(
        {.kind = m_modules.pool == Modules::Pool::Max ? Kind::MaxPool : Kind::AveragePool,
            .name = layer.name,
            .geometry = geometryOf(layer, layer.kernel)});
}

void ClassifierChain::appendLinear(const PlannedLayer &layer, const Affine &affine)
{
    if (!m_maps.empty()) {
        const std::int64_t inputs = m_maps[0] * m_maps[1] * m_maps[2];
        m_chain.modules.push_back({.kind = Kind::Reshape, .shape = {inputs}});
        m_maps.clear();
    }
    m_chain.modules.push_back(withAffine(Kind::Linear, layer, affine));
}

ChainModule ClassifierChain::withAffine(Kind kind, const PlannedLayer &layer, const Affine &affine) const
{
    const at::Tensor weight = affine.weight.to(m_type);
    const at::Tensor bias =
        affine.bias.defined() ? affine.bias.to(m_type) : at::zeros({weight.size(0)}, weight.options());
    return {.kind = kind, .name = layer.name, .weight = weight, .bias = bias};
}

} // namespace convscope
