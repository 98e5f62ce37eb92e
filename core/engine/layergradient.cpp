#include "core/engine/layergradient.h"

#include "core/engine/outputs.h"
#include "core/engine/scorefunction.h"
#include "core/engine/scoregradient.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>

namespace convscope {

at::Tensor LayerGradient::mapsInDouble() const { return maps.squeeze(0).to(at::kDouble); }

at::Tensor LayerGradient::gradientInDouble() const
{
    return gradient.defined() ? gradient.squeeze(0).to(at::kDouble) : at::zeros_like(mapsInDouble());
}

LayerGradients layerGradients(
    const Network &network, const Photo &photo, const Target &target, const std::vector<int> &layers)
{
    return translated([&] {
        const Outputs outputs = network.runFromLayers(inputTensor(network, photo), layers);
        LayerGradients result;
        const ScoreFunction score = scoreFunction(network, target, photo, outputs.logits, result.notes);
        result.target = score.target;
        const std::vector<at::Tensor> gradients = inputGradients(score(outputs.logits).sum(), outputs.layers);
        std::vector<at::Tensor> facts;
        for (std::size_t i = 0; i < layers.size(); ++i) {
            const at::Tensor maps = outputs.layers[i].detach();
            const at::Tensor gradient =
                gradients[i].defined() ? gradients[i] : at::zeros({1}, maps.options());
            facts.push_back(factsOf(maps, gradient));
            result.layers.push_back({maps, gradients[i]});
        }
        const auto found = valuesOf(facts);
        for (std::size_t i = 0; i < layers.size(); ++i)
            result.layers[i].isZero = isZero(found[i], Phrase::ActivationMap);
        return result;
    });
}

at::Tensor gradCamOf(const LayerGradient &layer)
{
    const at::Tensor weights = layer.gradientInDouble().mean({1, 2}, /*keepdim=*/true);
    return (weights * layer.mapsInDouble()).sum(0, /*keepdim=*/true);
}

bool noteNoGradient(const LayerGradient &layer, Notes &notes)
{
    if (!layer.gradient.defined())
        notes.push_back(Note::GradientCut);
    else if (layer.isZero)
        notes.push_back(Note::DeadLogit);
    else
        return false;
    return true;
}

void noteEmptiness(const LayerGradient &layer, const Map &map, Meaning meaning, Notes &notes)
{
    if (!noteNoGradient(layer, notes))
        noteEmptiness(map, meaning, notes);
}

void noteEmptiness(const Map &map, Meaning meaning, Notes &notes)
{
    if (meaning != Meaning::Evidence && rangeOf(map).high <= 0)
        notes.push_back(Note::NothingFor);
}

} // namespace convscope
