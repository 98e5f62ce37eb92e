#include "core/methods/smoothgrad.h"

#include "core/engine/batch.h"
#include "core/engine/normalpictures.h"
#include "core/engine/runningmean.h"
#include "core/engine/scorefunction.h"
#include "core/engine/scoregradient.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <optional>

namespace convscope {

namespace {

constexpr int middles = 16; ///< of integrated gradients

} // namespace

struct SmoothGradRun::State
{
    State(const Network &net, Photo seen, const SmoothGradOptions &asked)
        : network(net)
        , photo(std::move(seen))
        , options(asked)
        , batch(picturesAStep(net.info(), gradientCost))
        , end(asked.samples, asked.stopWhenStable)
    {
    }

    const Network &network;
    Photo photo;
    SmoothGradOptions options;
    Batch batch; ///< samples a step

    // From the first step on:
    at::Tensor picture; ///< 1×3×H×W; undefined before
    ScoreFunction score;
    std::unique_ptr<NormalPictures> noise;
    RunningMean mean; ///< of the gradients, or of their squares
    at::Tensor path; ///< of integrated gradients: those so far of the copies that share a step, added up
    int middle = 0; ///< of integrated gradients: the next one
    MeanEnd end;
    int done = 0;
    bool isCut = false; ///< no gradient reaches the picture
    bool isAllZero = true; ///< all gradients so far are 0
    Notes notes;

    void prepare();
    void addSamples();
    std::optional<at::Tensor> averaged(const at::Tensor &pictures);
    Attribution answer() const;
    bool hasErrors() const { return options.kind != SmoothGradKind::VarGrad && mean.count() > 1; }
    bool isComplete() const { return end.isReached(done); }
};

void SmoothGradRun::State::prepare()
{
    const at::Tensor original = inputTensor(network, photo);
    score = scoreFunction(network, options.target, photo, network.logits(original), notes);
    const auto ends = valuesOf({original.max(), original.min()});
    const double range = ends[0][0] - ends[1][0];
    const InputSize size{photo.input.width, photo.input.height};
    const double deviation = options.sigma * range;
    if (options.random == RandomStream::Numpy)
        noise = std::make_unique<NumpyNormalPictures>(options.seed, size, deviation);
    else
        noise = std::make_unique<TorchNormalPictures>(options.seed, size, deviation, options.samples);
    picture = original;
}

/// Of as many noisy copies as share a step.
void SmoothGradRun::State::addSamples()
{
    const int count = std::min<int>(batch, end.endOfStep() - done);
    const std::optional<at::Tensor> values = averaged(picture + sent(noise->next(count), picture.options()));
    if (!values)
        return;
    mean.add(options.kind == SmoothGradKind::Squared ? values->square() : *values);
    noise->drop(count);
    done = isCut ? options.samples : done + count; // there is nothing to come
    end.look(done, [this] { return noiseOf(answer()); });
}

/// What is averaged, of each picture, in double; none while integrated gradients are not yet complete.
std::optional<at::Tensor> SmoothGradRun::State::averaged(const at::Tensor &pictures)
{
    const bool isIntegrated = options.of == GradientForm::Integrated;
    if (path.defined() && path.size(0) != pictures.size(0)) { // memory ran out, and fewer share a step
        path.reset();
        middle = 0;
    }
    const double place = (middle + 0.5) / middles;
    const ScoreGradient gradient = isIntegrated
        ? gradientOfForm(GradientForm::Signed, network, pictures * place, score)
        : gradientOfForm(options.of, network, pictures, score);
    isAllZero = isZero(gradient) && isAllZero;
    isCut = gradient.isCut;
    if (!isIntegrated)
        return gradient.values;
    path = path.defined() ? path + gradient.values : gradient.values;
    if (++middle < middles && !isCut)
        return {};
    const at::Tensor values = path / middles * pictures.to(at::kDouble);
    path.reset();
    middle = 0;
    return values;
}

Attribution SmoothGradRun::State::answer() const
{
    Attribution answer;
    answer.map = toMap(options.kind == SmoothGradKind::VarGrad ? mean.variance() : mean.mean());
    answer.meaning = options.meaning();
    answer.target = score.target;
    answer.notes = notes;
    if (isAllZero)
        answer.notes.push_back(noteOfEmptiness(options.of, isCut));
    if (hasErrors())
        answer.errors = toMap(mean.errors());
    return answer;
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
    Attribution result = translated([&state] { return state.answer(); });
    state.end.describe(result, state.done);
    return result;
}

} // namespace convscope
