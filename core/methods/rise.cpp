#include "core/methods/rise.h"

#include "core/engine/batch.h"
#include "core/engine/randommasks.h"
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
    {
    }

    const Network &network;
    Photo photo;
    RiseOptions options;
    int batch; ///< masks a step

    // From the first step on:
    std::unique_ptr<RandomMasks> masks; ///< null before
    std::deque<at::Tensor> waiting; ///< masks that have been drawn and not been shown
    at::Tensor original; ///< 1×3×H×W
    at::Tensor weighted; ///< H×W in double: the masks done, each times its probability, added up
    at::Tensor shown; ///< the masks done, added up
    int done = 0;
    ScoreFunction score;
    Notes notes;

    void prepare();
    void addMasks();
    at::Tensor probabilityOf(const at::Tensor &logits) const;
    at::Tensor divisor() const;
    bool isComplete() const { return done == options.masks; }
};

void RiseRun::State::prepare()
{
    const Image &picture = photo.input;
    const MaskPlan plan{picture.height, picture.width, options.cells, options.keep, options.masks};
    original = inputTensor(network, picture);
    score = scoreFunction(options.target, photo, network.logits(original), notes);
    weighted = at::zeros({picture.height, picture.width}, at::kDouble);
    shown = at::zeros_like(weighted);
    masks = std::make_unique<RandomMasks>(plan, options.seed);
}

/// Of what is explained, in double: B×classes → B.
at::Tensor RiseRun::State::probabilityOf(const at::Tensor &logits) const
{
    const at::Tensor values = logits.to(at::kCPU, at::kDouble);
    return score(network.info().task == Task::MultiLabel ? at::sigmoid(values) : at::softmax(values, 1));
}

void RiseRun::State::addMasks()
{
    const auto count = std::size_t(std::min(batch, options.masks - done));
    while (waiting.size() < count)
        waiting.push_back(masks->next());
    const at::Tensor mask =
        at::stack(std::vector<at::Tensor>(waiting.begin(), waiting.begin() + std::ptrdiff_t(count)));
    const at::Tensor pictures = original * mask.unsqueeze(1).to(original.options());
    const at::Tensor probability = probabilityOf(network.logits(pictures));
    requireFinite({probability.sum().item<double>()}, Phrase::Logits);
    weighted += at::tensordot(probability, mask, {0}, {0});
    shown += mask.sum(0);
    waiting.erase(waiting.begin(), waiting.begin() + std::ptrdiff_t(count));
    done += int(count);
}

at::Tensor RiseRun::State::divisor() const
{
    constexpr double min = 1e-4;
    return options.normalise ? shown + min : at::full_like(shown, done * options.keep);
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
    Attribution result;
    result.map = translated([&state] { return toMap((state.weighted / state.divisor()).unsqueeze(0)); });
    result.meaning = RiseOptions::traits.meaning;
    result.target = state.score.target;
    result.notes = state.notes;
    if (!state.isComplete())
        result.notes.push_back(Note::StoppedEarly);
    return result;
}

} // namespace convscope
