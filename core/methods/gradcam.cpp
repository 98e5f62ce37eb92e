#include "core/methods/gradcam.h"

#include "core/engine/outputs.h"
#include "core/engine/scorefunction.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

/// ∂ score / ∂ maps, in double; undefined where the network computes without gradients before or behind the
/// layer.
at::Tensor gradientBy(const at::Tensor &maps, const at::Tensor &score)
{
    if (!maps.requires_grad())
        return {};
    const at::Tensor gradient = inputGradient(score.sum(), maps);
    return gradient.defined() ? gradient.to(at::kDouble) : gradient;
}

/// Maps and gradient 1×K×h×w, in double → 1×h×w.
Map weightedSum(const at::Tensor &maps, const at::Tensor &gradient)
{
    return toMap((gradient.mean({2, 3}, /*keepdim=*/true) * maps).sum(1));
}

/// What must be known of an empty map; at most one note.
void noteEmptiness(const at::Tensor &gradient, const Map &map, Notes &notes)
{
    if (!gradient.defined())
        notes.push_back(Note::GradientCut);
    else if (gradient.count_nonzero().item<std::int64_t>() == 0)
        notes.push_back(Note::DeadLogit);
    else if (rangeOf(map).high <= 0)
        notes.push_back(Note::NothingFor);
}

} // namespace

GradCamRun::GradCamRun(const Network &network, Photo photo, const GradCamOptions &options)
    : m_network(network)
    , m_photo(std::move(photo))
    , m_options(options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    checkFilter(network.info(), options.layer, 0);
    m_result.meaning = GradCamOptions::traits.meaning;
}

bool GradCamRun::step()
{
    translated([this] {
        const at::Tensor input = inputTensor(m_network, m_photo.input).requires_grad_(true);
        const Outputs outputs = m_network.run(input, {m_options.layer}, Until::Logits);
        const ScoreFunction score = scoreFunction(m_options.target, m_photo, outputs.logits, m_result.notes);
        m_result.target = score.target;

        const at::Tensor gradient = gradientBy(outputs.layers.front(), score(outputs.logits));
        const at::Tensor maps = outputs.layers.front().detach().to(at::kDouble);
        requireFinite(toMap(maps).values, Phrase::ActivationMap);
        if (gradient.defined())
            requireFinite(toMap(gradient).values, Phrase::Gradient);
        m_result.map = weightedSum(maps, gradient.defined() ? gradient : at::zeros_like(maps));
        noteEmptiness(gradient, m_result.map, m_result.notes);
    });
    m_done = true;
    return false;
}

Progress GradCamRun::progress() const { return {m_done ? 1 : 0, 1}; }

} // namespace convscope
