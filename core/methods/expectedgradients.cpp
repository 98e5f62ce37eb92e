#include "core/methods/expectedgradients.h"

#include "core/engine/batch.h"
#include "core/engine/normalpictures.h"
#include "core/engine/pathgradients.h"
#include "core/engine/runningmean.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"
#include "core/explain/random.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace convscope {

namespace {

constexpr std::uint32_t baselineCount = 2; // black, white

/// Where a sample lies.
struct Draw
{
    std::uint32_t baseline = 0;
    double place = 0; ///< on the way from the baseline, 0, to the photo, 1
};

std::vector<Draw> drawn(int count, DrawOrder order, Seed seed)
{
    NumpyRandom random(seed);
    std::vector<Draw> draws(static_cast<std::size_t>(count));
    for (Draw &draw : draws) {
        draw.baseline = random.below(baselineCount);
        if (order == DrawOrder::Shap)
            draw.place = random.uniform();
    }
    for (Draw &draw : draws) {
        if (order == DrawOrder::Captum)
            draw.place = random.uniform();
    }
    return draws;
}

} // namespace

struct ExpectedGradientsRun::State
{
    State(const Network &net, Photo seen, const ExpectedGradientsOptions &asked)
        : network(net)
        , photo(std::move(seen))
        , options(asked)
        , batch(picturesAStep(net.info(), gradientCost))
        , draws(drawn(asked.samples, asked.order, asked.seed))
        , end(asked.samples, asked.stopWhenStable)
    {
    }

    const Network &network;
    Photo photo;
    ExpectedGradientsOptions options;
    Batch batch; ///< samples a step
    std::vector<Draw> draws;

    // From the first step on:
    std::optional<PathGradients> gradients; ///< none before
    at::Tensor baselines; ///< baselineCount×3×H×W
    std::unique_ptr<NormalPictures> noise; ///< null where there is none
    RunningMean mean; ///< of the samples
    MeanEnd end;
    int done = 0;

    void prepare();
    at::Tensor noisy(int count);
    void addSamples();
    Attribution answer() const;
    bool isComplete() const { return end.isReached(done); }
};

void ExpectedGradientsRun::State::prepare()
{
    PathGradients made(network, photo, options.target);
    const at::Tensor &picture = made.picture();
    baselines = at::cat({at::zeros_like(picture), at::ones_like(picture)});
    made.startFrom(baselines);
    const auto ends = valuesOf({picture.max(), picture.min()});
    const double range = ends[0][0] - ends[1][0];
    if (options.sigma > 0)
        noise = std::make_unique<TorchNormalPictures>(options.seed,
            InputSize{photo.input.width, photo.input.height}, options.sigma * range, options.samples);
    gradients.emplace(std::move(made));
}

/// The photo for each of the next samples.
at::Tensor ExpectedGradientsRun::State::noisy(int count)
{
    const at::Tensor photos = gradients->picture().expand({count, -1, -1, -1});
    return noise ? photos + sent(noise->next(count), photos.options()) : photos;
}

void ExpectedGradientsRun::State::addSamples()
{
    const int count = std::min<int>(batch, end.endOfStep() - done);
    const at::Tensor photos = noisy(count);
    std::vector<at::Tensor> begins;
    std::vector<double> places;
    for (int i = done; i < done + count; ++i) {
        begins.push_back(baselines[draws[std::size_t(i)].baseline]);
        places.push_back(draws[std::size_t(i)].place);
    }
    const at::Tensor starts = at::stack(begins);
    const at::Tensor part = eachPicture(places, photos);
    const at::Tensor found = gradients->of(part * photos + (1 - part) * starts);
    mean.add(found * (photos - starts));
    if (noise)
        noise->drop(count);
    done = gradients->areCut() ? options.samples : done + count; // there is nothing to come
    end.look(done, [this] { return noiseOf(answer()); });
}

Attribution ExpectedGradientsRun::State::answer() const
{
    Attribution answer =
        gradients->attribution(toMap(mean.mean()), done == options.samples, Note::TakeMoreSamples);
    if (const at::Tensor errors = mean.errors(); errors.defined())
        answer.errors = toMap(errors);
    return answer;
}

ExpectedGradientsRun::ExpectedGradientsRun(
    const Network &network, Photo photo, const ExpectedGradientsOptions &options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    m_state = std::make_unique<State>(network, std::move(photo), options);
}

ExpectedGradientsRun::~ExpectedGradientsRun() = default;

bool ExpectedGradientsRun::step()
{
    State &state = *m_state;
    if (!state.gradients)
        translated([&state] { state.prepare(); });
    else
        halvingBatch(state.batch, [&state] { state.addSamples(); });
    return !state.isComplete();
}

Progress ExpectedGradientsRun::progress() const { return {m_state->done, m_state->options.samples}; }

Attribution ExpectedGradientsRun::result() const
{
    const State &state = *m_state;
    Attribution answer = translated([&state] { return state.answer(); });
    std::erase(answer.notes, Note::StoppedEarly);
    state.end.describe(answer, state.done);
    return answer;
}

} // namespace convscope
