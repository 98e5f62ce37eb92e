#include "core/methods/counterfactual.h"

#include "core/engine/superpixelpasses.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <algorithm>

namespace convscope {

namespace {

/// The question with another class in any case.
CounterfactualOptions compared(CounterfactualOptions options)
{
    if (!options.target.isClass())
        throw Error(ErrorKind::InvalidOption, {}, {"target", toString(options.target)}, Phrase::TwoClasses);
    if (!options.target.against)
        options.target.against = OtherClass{};
    return options;
}

} // namespace

struct CounterfactualRun::State
{
    State(const Network &network, Photo photo, const CounterfactualOptions &asked)
        : options(asked)
        , passes(network, std::move(photo), asked.target, Score::Logits)
    {
    }

    CounterfactualOptions options;
    SuperpixelPasses passes; ///< the photo, then round by round one row for each superpixel not yet hidden

    // From the first step on:
    std::vector<std::uint8_t> shown; ///< what is hidden so far
    std::vector<int> tried; ///< the superpixels of this round's rows
    int roundBegin = 0; ///< its first row
    double lead = 0; ///< with what is hidden so far
    std::vector<double> falls; ///< one a superpixel; 0 of those that are not hidden
    bool isDone = false;

    void prepare();
    void beginRound();
    void endRound();
    int rounds() const { return std::min(options.maxHidden, passes.segments().count); }
    int hidden() const { return int(std::ranges::count(shown, std::uint8_t(0))); }
    double leadOf(int row) const { return passes.scoreOf(row, passes.explainedColumn()); }
};

void CounterfactualRun::State::prepare()
{
    const Image &picture = passes.photo().input;
    const Segmentation segments = slic(picture, options.slic);
    passes.begin(segments, hiddenPicture(picture, segments, options.fill));
    shown.assign(std::size_t(segments.count), 1);
    falls.assign(shown.size(), 0);
    passes.add(shown);
    passes.show(1);
    lead = leadOf(0);
    beginRound();
}

/// Unless nothing is left to do.
void CounterfactualRun::State::beginRound()
{
    isDone = lead <= 0 || hidden() == rounds();
    if (isDone)
        return;
    roundBegin = passes.added();
    tried.clear();
    for (std::size_t superpixel = 0; superpixel < shown.size(); ++superpixel) {
        if (!shown[superpixel])
            continue;
        tried.push_back(int(superpixel));
        shown[superpixel] = 0;
        passes.add(shown);
        shown[superpixel] = 1;
    }
}

/// Hides the superpixel without which the lead is least; of equal ones the first.
void CounterfactualRun::State::endRound()
{
    int best = roundBegin;
    for (int row = roundBegin; row < passes.shown(); ++row) {
        if (leadOf(row) < leadOf(best))
            best = row;
    }
    const auto superpixel = std::size_t(tried[std::size_t(best - roundBegin)]);
    shown[superpixel] = 0;
    falls[superpixel] = lead - leadOf(best);
    lead = leadOf(best);
    beginRound();
}

CounterfactualRun::CounterfactualRun(
    const Network &network, Photo photo, const CounterfactualOptions &options)
{
    checkOptions(options);
    const CounterfactualOptions asked = compared(options);
    checkTarget(asked.target, network.info().classCount);
    m_state = std::make_unique<State>(network, std::move(photo), asked);
}

CounterfactualRun::~CounterfactualRun() = default;

bool CounterfactualRun::step()
{
    State &state = *m_state;
    translated([&state] {
        if (!state.passes.hasBegun()) {
            state.prepare();
            return;
        }
        state.passes.show(state.passes.added());
        if (state.passes.shown() == state.passes.added())
            state.endRound();
    });
    return !state.isDone;
}

Progress CounterfactualRun::progress() const
{
    const State &state = *m_state;
    const int count = int(state.shown.size());
    int total = 0;
    for (int round = 0; state.passes.hasBegun() && round < state.rounds(); ++round)
        total += count - round;
    return {state.isDone ? total : std::max(0, state.passes.shown() - 1), total};
}

bool CounterfactualRun::hasResult() const
{
    return m_state->isDone || (!m_state->shown.empty() && m_state->hidden() > 0);
}

SuperpixelWeights CounterfactualRun::result() const
{
    const State &state = *m_state;
    ClassWeights weights;
    for (const SegmentWeight &entry : sortedWeights(state.falls, {})) {
        if (!state.shown[std::size_t(entry.segment)])
            weights.weights.push_back(entry);
    }
    SuperpixelWeights result = state.passes.answer({});
    result.other = std::move(weights);
    result.leadLeft = state.lead;
    result.marking = {int(state.shown.size()), 0};
    if (!state.isDone)
        result.notes.push_back(Note::StoppedEarly);
    return result;
}

} // namespace convscope
