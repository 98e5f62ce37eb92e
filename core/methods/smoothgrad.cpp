#include "core/methods/smoothgrad.h"

#include "core/engine/batch.h"
#include "core/engine/normalpictures.h"
#include "core/engine/scorefunction.h"
#include "core/engine/scoregradient.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace convscope {

struct SmoothGradRun::State
{
    State(const Network &net, Photo seen, const SmoothGradOptions &asked)
        : network(net)
        , photo(std::move(seen))
        , options(asked)
        , batch(picturesAStep(net.info(), gradientCost))
    {
    }

    const Network &network;
    Photo photo;
    SmoothGradOptions options;
    int batch; ///< samples a step

    // From the first step on:
    at::Tensor picture; ///< 1×3×H×W; undefined before
    ScoreFunction score;
    std::unique_ptr<NormalPictures> noise;
    at::Tensor sum; ///< of the gradients, in double
    at::Tensor squares; ///< of their squares
    int done = 0;
    bool isCut = false; ///< no gradient reaches the picture
    bool isZero = true; ///< all gradients so far are
    Notes notes;

    void prepare();
    void addSamples();
    at::Tensor map() const;
    bool isComplete() const { return done == options.samples; }
};

void SmoothGradRun::State::prepare()
{
    const at::Tensor original = inputTensor(network, photo.input);
    score = scoreFunction(options.target, photo, network.logits(original), notes);
    const double range = original.max().item<double>() - original.min().item<double>();
    const InputSize size{photo.input.width, photo.input.height};
    const double deviation = options.sigma * range;
    if (options.random == RandomStream::Numpy)
        noise = std::make_unique<NumpyNormalPictures>(options.seed, size, deviation);
    else
        noise = std::make_unique<TorchNormalPictures>(options.seed, size, deviation, options.samples);
    sum = at::zeros_like(original, original.options().dtype(at::kDouble));
    squares = at::zeros_like(sum);
    picture = original;
}

/// Of as many noisy copies as share a step.
void SmoothGradRun::State::addSamples()
{
    const int count = std::min(batch, options.samples - done);
    const at::Tensor pictures = picture + noise->next(count).to(picture.options());
    const ScoreGradient gradient = gradientOfForm(options.of, network, pictures, score);
    sum += gradient.values.sum(0, /*keepdim=*/true);
    squares += gradient.values.square().sum(0, /*keepdim=*/true);
    isZero = isZero && gradient.isZero;
    isCut = gradient.isCut;
    noise->drop(count);
    done = isCut ? options.samples : done + count; // there is nothing to come
}

at::Tensor SmoothGradRun::State::map() const
{
    switch (options.kind) {
    case SmoothGradKind::SmoothGrad:
        return sum / done;
    case SmoothGradKind::Squared:
        return squares / done;
    case SmoothGradKind::VarGrad:
        return (squares / done - (sum / done).square()).clamp_min(0); // rounding may go below
    }
    return sum;
}

SmoothGradRun::SmoothGradRun(const Network &network, Photo photo, const SmoothGradOptions &options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    m_state = std::make_unique<State>(network, std::move(photo), options);
}

SmoothGradRun::~SmoothGradRun() = default;

bool SmoothGradRun::step()
{
    State &state = *m_state;
    if (!state.picture.defined())
        translated([&state] { state.prepare(); });
    else
        halvingBatch(state.batch, [&state] { state.addSamples(); });
    return !state.isComplete();
}

Progress SmoothGradRun::progress() const { return {m_state->done, m_state->options.samples}; }

Attribution SmoothGradRun::result() const
{
    const State &state = *m_state;
    Attribution result;
    result.map = translated([&state] { return toMap(state.map()); });
    result.meaning = state.options.meaning();
    result.target = state.score.target;
    result.notes = state.notes;
    if (state.isZero)
        result.notes.push_back(noteOfEmptiness(state.options.of, state.isCut));
    if (!state.isComplete())
        result.notes.push_back(Note::StoppedEarly);
    return result;
}

} // namespace convscope
