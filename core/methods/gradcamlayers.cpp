#include "core/methods/gradcamlayers.h"

#include "core/engine/layergradient.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"
#include "core/methods/gradcam.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace convscope {

namespace {

constexpr std::size_t layersAStep = 4;

/// Blocks and operators repeat what the modules in them give.
bool isModule(const Layer &layer) { return !layer.isBlock && !layer.isOperator; }

bool isLastOfItsSize(const std::vector<Layer> &layers, const Layer &layer)
{
    return std::none_of(layers.begin(), layers.end(), [&layer](const Layer &other) {
        return other.index > layer.index && isModule(other) && other.height == layer.height
            && other.width == layer.width;
    });
}

} // namespace

std::vector<int> layersOf(const NetworkInfo &info, WhichLayers which)
{
    const bool hasConvolutions = std::ranges::any_of(
        info.layers, [](const Layer &layer) { return layer.kind == "Conv2d" && layer.hasMaps(); });
    std::vector<int> found;
    for (const Layer &layer : info.layers) {
        const bool isMeant = which == WhichLayers::Sizes ? isLastOfItsSize(info.layers, layer)
            : which == WhichLayers::Convolutions         ? !hasConvolutions || layer.kind == "Conv2d"
                                                         : true;
        if (layer.hasMaps() && isModule(layer) && isMeant)
            found.push_back(layer.index);
    }
    return found;
}

struct GradCamLayersRun::State
{
    State(const Network &net, Photo seen, const GradCamLayersOptions &asked)
        : network(net)
        , photo(std::move(seen))
        , options(asked)
        , layers(layersOf(net.info(), asked.layers))
    {
    }

    const Network &network;
    Photo photo;
    GradCamLayersOptions options;
    std::vector<int> layers;

    // From the first step on:
    LayerGradients gradients; ///< none before
    LayerMaps result;

    void makeMaps();
    bool isDone() const { return result.maps.size() == layers.size(); }
};

void GradCamLayersRun::State::makeMaps()
{
    const std::size_t begin = result.maps.size();
    const std::size_t end = std::min(begin + layersAStep, layers.size());
    std::vector<at::Tensor> maps;
    for (std::size_t place = begin; place < end; ++place) {
        maps.push_back(gradCamOf(gradients.layers[place]));
        gradients.layers[place] = {}; // its maps are large
    }
    std::vector<std::vector<double>> values = valuesOf(maps);
    for (std::size_t i = 0; i < maps.size(); ++i)
        result.maps.push_back(
            {layers[begin + i], Map{1, int(maps[i].size(1)), int(maps[i].size(2)), std::move(values[i])}});
}

GradCamLayersRun::GradCamLayersRun(const Network &network, Photo photo, const GradCamLayersOptions &options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    m_state = std::make_unique<State>(network, std::move(photo), options);
    if (m_state->layers.empty())
        throw Error(ErrorKind::NoLayerWithMaps);
}

GradCamLayersRun::~GradCamLayersRun() = default;

bool GradCamLayersRun::step()
{
    State &state = *m_state;
    if (!state.gradients.layers.empty()) {
        translated([&state] { state.makeMaps(); });
        return !state.isDone();
    }
    state.gradients = layerGradients(state.network, state.photo, state.options.target, state.layers);
    state.result.target = state.gradients.target;
    state.result.notes = state.gradients.notes;
    state.result.isSigned = state.result.target.isContrast();
    // Of the last layer: what reaches none of them does not reach this one.
    noteNoGradient(state.gradients.layers.back(), state.result.notes);
    return true;
}

Progress GradCamLayersRun::progress() const
{
    return {int(m_state->result.maps.size()), int(m_state->layers.size())};
}

bool GradCamLayersRun::hasResult() const { return m_state->isDone(); }

const LayerMaps &GradCamLayersRun::result() const { return m_state->result; }

} // namespace convscope
