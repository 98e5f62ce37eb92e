#include "core/methods/rise.h"

#include "core/engine/batch.h"
#include "core/engine/randommasks.h"
#include "core/engine/runningmean.h"
#include "core/engine/scorefunction.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <deque>

namespace convscope {

struct RiseRun::State
{
    State(const Network &net, Photo seen, const RiseOptions &asked)
        : network(net)
        , photo(std::move(seen))
        , options(asked)
        , batch(picturesAStep(net.info()))
        , end(asked.masks, asked.stopWhenStable)
    {
    }

    const Network &network;
    Photo photo;
    RiseOptions options;
    Batch batch; ///< masks a step

    // From the first step on:
    std::unique_ptr<RandomMasks> masks; ///< null before
    std::deque<at::Tensor> waiting; ///< masks that have been drawn and not been shown
    at::Tensor original; ///< 1×3×H×W
    at::Tensor weighted; ///< H×W in double: the masks done, each times its probability, added up
    // For the errors, of the masks m and probabilities p done, H×W:
    at::Tensor weightedSquares; ///< Σ p²·m²
    at::Tensor mixed; ///< Σ p·m²
    at::Tensor shownSquares; ///< Σ m²
    at::Tensor withMeans; ///< Σ p²·m·m̄, where m̄ is a mask's own mean
    double meanSquares = 0; ///< Σ p²·m̄²
    at::Tensor shown; ///< the masks done, added up
    MeanEnd end;
    int done = 0;
    ScoreFunction score;
    Notes notes;

    void prepare();
    void addMasks();
    at::Tensor probabilityOf(const at::Tensor &logits) const;
    at::Tensor divisor() const;
    at::Tensor errors() const;
    Attribution answer() const;
    bool isComplete() const { return end.isReached(done); }
};

void RiseRun::State::prepare()
{
    const Image &picture = photo.input;
    const MaskPlan plan{picture.height, picture.width, options.cells, options.keep, options.masks};
    original = inputTensor(network, photo);
    score = scoreFunction(network, options.target, photo, network.logits(original), notes);
    weighted = at::zeros({picture.height, picture.width}, at::kDouble);
    shown = at::zeros_like(weighted);
    weightedSquares = at::zeros_like(weighted);
    mixed = at::zeros_like(weighted);
    shownSquares = at::zeros_like(weighted);
    withMeans = at::zeros_like(weighted);
    masks = std::make_unique<RandomMasks>(plan, options.seed);
}

/// Of what is explained, in double: B×classes → B.
at::Tensor RiseRun::State::probabilityOf(const at::Tensor &logits) const
{
    return score.ofProbabilities(probabilitiesOf(logits.to(at::kCPU, at::kDouble), network.info().task));
}

void RiseRun::State::addMasks()
{
    const auto count = std::size_t(std::min<int>(batch, end.endOfStep() - done));
    while (waiting.size() < count)
        waiting.push_back(masks->next());
    const at::Tensor mask =
        at::stack(std::vector<at::Tensor>(waiting.begin(), waiting.begin() + std::ptrdiff_t(count)));
    const at::Tensor pictures = original * sent(mask, original.options()).unsqueeze(1);
    const at::Tensor probability = probabilityOf(network.logits(pictures));
    requireFinite({probability.sum().item<double>()}, Phrase::Logits);
    weighted += at::tensordot(probability, mask, {0}, {0});
    shown += mask.sum(0);
    const at::Tensor squares = mask.square();
    const at::Tensor ofProbability = probability.square();
    const at::Tensor means = mask.mean({1, 2});
    weightedSquares += at::tensordot(ofProbability, squares, {0}, {0});
    withMeans += at::tensordot(ofProbability * means, mask, {0}, {0});
    meanSquares += (ofProbability * means.square()).sum().item<double>();
    mixed += at::tensordot(probability, squares, {0}, {0});
    shownSquares += squares.sum(0);
    waiting.erase(waiting.begin(), waiting.begin() + std::ptrdiff_t(count));
    done += int(count);
    end.look(done, [this] { return noiseOf(answer()); });
}

at::Tensor RiseRun::State::divisor() const
{
    constexpr double min = 1e-4;
    return options.normalise ? shown + min : at::full_like(shown, done * options.keep);
}

/// The standard error of each pixel. Only differences count within the map, so of the mean of p·m it is that
/// of p·(m − m̄), by the root of the number of masks; of the ratio Σ p·m / Σ m, that of p·m − ratio·m.
at::Tensor RiseRun::State::errors() const
{
    const double count = done;
    if (!options.normalise) {
        const at::Tensor mean = (weighted - weighted.mean()) / count;
        const at::Tensor square = (weightedSquares - 2 * withMeans + meanSquares) / count;
        return ((square - mean.square()).clamp_min(0) / (count - 1)).sqrt() / options.keep;
    }
    const at::Tensor ratio = weighted / divisor();
    const at::Tensor squares = weightedSquares - 2 * ratio * mixed + ratio.square() * shownSquares;
    return (squares.clamp_min(0) * (count / (count - 1))).sqrt() / divisor();
}

Attribution RiseRun::State::answer() const
{
    Attribution answer;
    answer.map = toMap((weighted / divisor()).unsqueeze(0));
    answer.meaning = RiseOptions::traits.meaning;
    answer.target = score.target;
    answer.notes = notes;
    if (done > 1)
        answer.errors = toMap(errors().unsqueeze(0));
    return answer;
}

RiseRun::RiseRun(const Network &network, Photo photo, const RiseOptions &options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    m_state = std::make_unique<State>(network, std::move(photo), options);
}

RiseRun::~RiseRun() = default;

bool RiseRun::step()
{
    State &state = *m_state;
    if (!state.masks)
        translated([&state] { state.prepare(); });
    else
        halvingBatch(state.batch, [&state] { state.addMasks(); });
    return !state.isComplete();
}

Progress RiseRun::progress() const { return {m_state->done, m_state->options.masks}; }

Attribution RiseRun::result() const
{
    const State &state = *m_state;
    Attribution result = translated([&state] { return state.answer(); });
    state.end.describe(result, state.done);
    return result;
}

} // namespace convscope
