#include "core/methods/optimise.h"

#include "core/engine/fourierpicture.h"
#include "core/engine/outputs.h"
#include "core/engine/pictureaims.h"
#include "core/engine/picturemoves.h"
#include "core/engine/relurule.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"
#include "core/explain/methods.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/optim/adam.h>

#include <optional>

namespace convscope {

namespace {

constexpr int redirectedSteps = 16; ///< Lucid's
constexpr int patience = 32; ///< steps without any gradient, after which nothing is to be hoped for

at::TensorOptions typeOf(const Network &network)
{
    return inputTensor(network, Map{3, 1, 1, {0, 0, 0}}).options();
}

/// All in one picture, row by row; places that are left are white.
at::Tensor sideBySide(const at::Tensor &pictures, int columns, int rows)
{
    const std::int64_t height = pictures.size(2);
    const std::int64_t width = pictures.size(3);
    at::Tensor whole = at::ones({3, rows * height, columns * width}, pictures.options());
    for (std::int64_t i = 0; i < pictures.size(0); ++i)
        whole.narrow(1, i / columns * height, height)
            .narrow(2, i % columns * width, width)
            .copy_(pictures[i]);
    return whole;
}

} // namespace

struct OptimiseRun::State
{
    State(const Network &net, const OptimiseOptions &asked)
        : network(net)
        , options(asked)
        , parametrisation(net.info().input.size, typeOf(net))
        , coefficients(parametrisation.start(asked.pictures, asked.seed).requires_grad_(true))
        , adam(std::vector<at::Tensor>{coefficients}, torch::optim::AdamOptions(asked.lr))
        , random(asked.seed)
    {
    }

    const Network &network;
    OptimiseOptions options;
    FourierPicture parametrisation;
    at::Tensor coefficients; ///< changed in place by adam
    torch::optim::Adam adam; ///< with PyTorch's defaults for all but the learning rate
    NumpyRandom random;
    std::vector<double> objective;
    int stepsWithoutGradient = 0; ///< the last ones
    bool isCut = false; ///< no gradient reaches the picture

    /// What the network makes of pictures.
    struct Response
    {
        at::Tensor values; ///< of the aim, B
        at::Tensor maps = {}; ///< of the layer, B×K×h×w, where they are compared; undefined else
    };

    bool comparesPictures() const { return options.pictures > 1 && options.diversity > 0; }
    bool isFlat() const
    {
        return isCut || stepsWithoutGradient >= patience
            || (stepsWithoutGradient > 0 && stepsWithoutGradient == options.iterations);
    }
    Response responseTo(const at::Tensor &pictures) const;
    at::Tensor aimOf(const at::Tensor &maps) const;
    at::Tensor ofDirection(const at::Tensor &maps) const;
    at::Tensor unrest(const at::Tensor &pictures) const;
    void step();
};

/// Of the maps of the filter, B×h×w.
at::Tensor OptimiseRun::State::aimOf(const at::Tensor &maps) const
{
    if (options.aim == Aim::Middle)
        return middleOf(maps);
    return options.aim == Aim::Sum ? maps.flatten(1).sum(1) : maps.flatten(1).mean(1);
}

at::Tensor OptimiseRun::State::ofDirection(const at::Tensor &maps) const
{
    at::Tensor direction = at::zeros({maps.size(1)}, maps.options());
    direction[options.filter].fill_(1);
    direction[options.secondFilter].fill_(1);
    return alongDirection(maps, direction, options.power);
}

OptimiseRun::State::Response OptimiseRun::State::responseTo(const at::Tensor &pictures) const
{
    if (options.aim == Aim::Class) {
        if (!comparesPictures())
            return {network.logits(pictures).select(1, options.label)};
        const Outputs outputs = network.run(pictures, {options.layer});
        return {outputs.logits.select(1, options.label), outputs.layers.front()};
    }
    if (options.aim != Aim::Direction && !comparesPictures())
        return {aimOf(network.activation(pictures, options.layer, options.filter))};
    const at::Tensor maps = network.activations(pictures, options.layer);
    return {options.aim == Aim::Direction ? ofDirection(maps) : aimOf(maps.select(1, options.filter)), maps};
}

/// What keeps the pictures calm, to be made small; undefined where nothing does.
at::Tensor OptimiseRun::State::unrest(const at::Tensor &pictures) const
{
    at::Tensor sum;
    const auto add = [&](double weight, at::Tensor (*ofPictures)(const at::Tensor &)) {
        if (weight <= 0)
            return;
        const at::Tensor part = weight * ofPictures(pictures).mean();
        sum = sum.defined() ? sum + part : part;
    };
    add(options.variation, totalVariation);
    add(options.gray, distanceFromGray);
    add(options.blur, sharpness);
    return sum;
}

void OptimiseRun::State::step()
{
    const at::Tensor pictures = parametrisation.picture(coefficients);
    const at::Tensor seen =
        options.still ? pictures : moved(pictures, drawnMove(random), network.info().input.size);
    // The network's part of the gradient is taken by itself: it tells whether the aim has any.
    at::Tensor shown = seen.detach().requires_grad_(true);
    std::optional<ReluRuleGuard> redirected;
    if (int(objective.size()) < redirectedSteps)
        redirected.emplace(ReluRule::Redirected);
    const Response response = responseTo(shown);
    const at::Tensor reached = (options.negative ? -response.values : response.values).mean();
    at::Tensor loss = -reached; // the rule for dead ReLUs is that of a loss
    if (comparesPictures())
        loss = loss + options.diversity * likeness(response.maps);
    const at::Tensor gradient = inputGradient(loss, shown);
    redirected.reset();
    isCut = !gradient.defined();
    const auto found = valuesOf({reached, isCut ? reached : gradient.any()});
    requireFinite(found[0], options.aim == Aim::Class ? Phrase::Logits : Phrase::ActivationMap);
    objective.push_back(found[0][0]);
    if (isCut)
        return;
    stepsWithoutGradient = found[1][0] == 0 ? stepsWithoutGradient + 1 : 0;
    std::vector<at::Tensor> ends{seen};
    std::vector<at::Tensor> gradients{gradient};
    if (const at::Tensor calm = unrest(pictures); calm.defined()) {
        ends.push_back(calm);
        gradients.push_back(at::ones_like(calm));
    }
    coefficients.mutable_grad() = torch::autograd::grad(ends, {coefficients}, gradients).front();
    adam.step();
}

OptimiseRun::OptimiseRun(const Network &network, const Photo &, const OptimiseOptions &options)
{
    checkQuestion(network.info(), options);
    m_state = translated([&] { return std::make_unique<State>(network, options); });
}

OptimiseRun::~OptimiseRun() = default;

bool OptimiseRun::step()
{
    translated([this] { m_state->step(); });
    const Progress now = progress();
    return now.done < now.total;
}

Progress OptimiseRun::progress() const
{
    const int total = m_state->options.iterations;
    return {m_state->isFlat() ? total : int(m_state->objective.size()), total};
}

OptimisedImage OptimiseRun::result() const
{
    const State &state = *m_state;
    OptimisedImage result;
    result.isLikePhoto = true;
    result.pictures = state.options.pictures;
    result.image = translated([&] {
        const c10::NoGradGuard noGrad;
        return toMap(
            sideBySide(state.parametrisation.picture(state.coefficients), result.columns(), result.rows()));
    });
    requireFinite(result.image.values, Phrase::FilterPicture);
    result.objective = state.objective;
    result.stepsAsked = state.options.iterations;
    if (state.isFlat())
        result.notes.push_back(state.isCut ? Note::GradientCut : Note::FlatObjective);
    const Progress now = progress();
    if (now.done < now.total)
        result.notes.push_back(Note::StoppedEarly);
    return result;
}

} // namespace convscope
