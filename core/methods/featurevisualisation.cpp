#include "core/methods/featurevisualisation.h"

#include "core/engine/tensors.h"
#include "core/explain/check.h"
#include "core/explain/random.h"

#include <torch/optim/adam.h>

namespace convscope {

Map noise(std::uint32_t seed, InputSize size)
{
    NumpyRandom random(seed);
    Map map{3, size.height, size.width, {}};
    map.values.resize(std::size_t(3) * std::size_t(size.height) * std::size_t(size.width));
    for (double &value : map.values)
        value = float(random.uniform());
    return map;
}

struct FeatureVisualisationRun::State
{
    State(const Network &net, const FeatureVisualisationOptions &asked, at::Tensor start)
        : network(net)
        , options(asked)
        , image(start.requires_grad_(true))
        , adam(std::vector<at::Tensor>{image}, torch::optim::AdamOptions(asked.lr))
    {
    }

    const Network &network;
    FeatureVisualisationOptions options;
    at::Tensor image; ///< 1×3×H×W, changed in place by adam
    torch::optim::Adam adam; ///< with PyTorch's defaults for all but the learning rate
    std::vector<double> objective;
    bool deadStart = false;
    bool isCut = false; ///< no gradient reaches the image
};

FeatureVisualisationRun::FeatureVisualisationRun(
    const Network &network, const Photo &photo, const FeatureVisualisationOptions &options)
{
    checkFilter(network.info(), options.layer, options.filter);
    checkOptions(options);
    m_state = translated([&] {
        return std::make_unique<State>(network, options,
            options.noiseSeed ? inputTensor(network, noise(*options.noiseSeed, network.info().input.size))
                              : inputTensor(network, photo));
    });
}

FeatureVisualisationRun::~FeatureVisualisationRun() = default;

bool FeatureVisualisationRun::step()
{
    State &state = *m_state;
    translated([&state] {
        const at::Tensor objective =
            state.network.activation(state.image, state.options.layer, state.options.filter).sum();
        at::Tensor gradient = inputGradient(objective, state.image);
        state.isCut = !gradient.defined();
        if (state.isCut)
            gradient = at::zeros_like(state.image);
        const auto found = valuesOf({objective, gradient.any()});
        requireFinite(found[0], Phrase::ActivationMap);
        // Where the very first gradient is zero, Adam never moves: all further steps would repeat this one.
        state.deadStart = state.objective.empty() && found[1][0] == 0;
        state.image.mutable_grad() = -gradient; // Adam descends
        state.adam.step();
        state.objective.push_back(found[0][0]);
    });
    const Progress now = progress();
    return now.done < now.total;
}

Progress FeatureVisualisationRun::progress() const
{
    const int total = m_state->options.iterations;
    return {m_state->deadStart ? total : int(m_state->objective.size()), total};
}

OptimisedImage FeatureVisualisationRun::result() const
{
    OptimisedImage result;
    result.image = toMap(m_state->image.detach());
    requireFinite(result.image.values, Phrase::FilterPicture);
    result.objective = m_state->objective;
    result.stepsAsked = m_state->options.iterations;
    if (m_state->deadStart)
        result.notes.push_back(m_state->isCut ? Note::GradientCut : Note::DeadStart);
    const Progress now = progress();
    if (now.done < now.total)
        result.notes.push_back(Note::StoppedEarly);
    return result;
}

} // namespace convscope
