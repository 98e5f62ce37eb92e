#include "core/methods/gradcam.h"

#include "core/engine/layergradient.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>

namespace convscope {

GradCamRun::GradCamRun(const Network &network, Photo photo, const GradCamOptions &options)
    : m_network(network)
    , m_photo(std::move(photo))
    , m_options(options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    checkFilter(network.info(), options.layer, 0);
}

bool GradCamRun::step()
{
    m_result = gradCamAtLayers(m_network, m_photo, m_options.target, {m_options.layer}).front();
    m_done = true;
    return false;
}

Progress GradCamRun::progress() const { return {m_done ? 1 : 0, 1}; }

std::vector<Attribution> gradCamAtLayers(
    const Network &network, const Photo &photo, const Target &target, const std::vector<int> &layers)
{
    checkTarget(target, network.info().classCount);
    for (const int layer : layers)
        checkFilter(network.info(), layer, 0);
    return translated([&] {
        const LayerGradients found = layerGradients(network, photo, target, layers);
        std::vector<Attribution> answers;
        for (const LayerGradient &layer : found.layers) {
            Attribution &answer = answers.emplace_back();
            const at::Tensor weights = layer.gradientInDouble().mean({1, 2}, /*keepdim=*/true);
            answer.map = toMap((weights * layer.mapsInDouble()).sum(0, /*keepdim=*/true));
            answer.meaning = GradCamOptions::traits.meaning;
            answer.target = found.target;
            answer.notes = found.notes;
            noteEmptiness(layer, answer.map, answer.notes);
        }
        return answers;
    });
}

} // namespace convscope
