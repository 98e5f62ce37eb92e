#include "core/methods/kernelshap.h"

#include "core/engine/shapleyfit.h"
#include "core/engine/superpixelpasses.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"
#include "core/methods/coalitions.h"
#include "core/methods/convergence.h"

#include <algorithm>
#include <optional>

namespace convscope {

namespace {

constexpr int wholeRow = 0; ///< the photo
constexpr int hiddenRow = 1; ///< the photo with all superpixels hidden
constexpr int rowsBefore = 2; ///< the first sample

/// For each superpixel: at least so many samples determine the values.
constexpr int samplesNeeded = 4;
/// Of those, so many that are random: before, nothing is known of the errors.
constexpr int randomNeeded = 2;

} // namespace

struct KernelShapRun::State
{
    State(const Network &network, Photo photo, const KernelShapOptions &asked)
        : options(asked)
        , passes(network, std::move(photo), asked.target, Score::Logits)
        , end(asked.samples, asked.stopWhenStable, asked.marking)
    {
    }

    KernelShapOptions options;
    SuperpixelPasses passes; ///< a row is a sample, but for the first two
    SampleEnd end;

    // From the first step on:
    std::optional<Coalitions> coalitions; ///< none before
    int firstResult = 0; ///< samples

    void prepare();
    void addRows();
    int done() const { return std::max(0, passes.shown() - rowsBefore); }
    bool isAtEnd() const { return passes.shown() >= rowsBefore && end.isReached(done()); }
    std::vector<ScoredCoalition> scored(const std::vector<double> &weights) const;
    std::vector<ClassWeights> fitted() const;
};

void KernelShapRun::State::prepare()
{
    const Image &picture = passes.photo().input;
    const Segmentation segments = slic(picture, options.slic);
    passes.begin(segments, hiddenPicture(picture, segments, options.fill));
    coalitions.emplace(
        segments.count, std::max(options.samples, samplesNeeded * segments.count), options.seed);
    firstResult = coalitions->fixedCount() + randomNeeded * segments.count;
    end = SampleEnd(coalitions->count(), options.stopWhenStable, options.marking, firstResult);
    addRows();
}

void KernelShapRun::State::addRows()
{
    const auto width = std::size_t(passes.segments().count);
    passes.add(std::vector<std::uint8_t>(width, 1));
    passes.add(std::vector<std::uint8_t>(width, 0));
    for (const Coalition &coalition : coalitions->all()) {
        passes.add(coalition.shown);
        if (!coalition.hasComplement)
            continue;
        std::vector<std::uint8_t> others = coalition.shown;
        for (std::uint8_t &member : others)
            member = 1 - member;
        passes.add(others);
    }
}

/// The coalitions of the samples done. Lives as long as the coalitions and the passes.
std::vector<ScoredCoalition> KernelShapRun::State::scored(const std::vector<double> &weights) const
{
    std::vector<ScoredCoalition> scored;
    int row = rowsBefore;
    for (const double weight : weights) {
        const Coalition &coalition = coalitions->all()[scored.size()];
        scored.push_back({coalition.shown, passes.scoresOf(row++), {}, weight, coalition.isDrawn});
        if (coalition.hasComplement && row < passes.shown())
            scored.back().complementScores = passes.scoresOf(row++);
    }
    return scored;
}

/// One a class, from the samples done.
std::vector<ClassWeights> KernelShapRun::State::fitted() const
{
    const auto all = passes.scoresOf(wholeRow);
    const auto none = passes.scoresOf(hiddenRow);
    std::vector<ClassWeights> classes;
    for (const ShapleyFit &fit : fitShapley(scored(coalitions->weights(done())), all, none)) {
        const std::size_t label = classes.size();
        classes.push_back({int(label), LinearModel{none[label], fit.r2, all[label]},
            sortedWeights(fit.values, fit.errors)});
    }
    return classes;
}

KernelShapRun::KernelShapRun(const Network &network, Photo photo, const KernelShapOptions &options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    m_state = std::make_unique<State>(network, std::move(photo), options);
}

KernelShapRun::~KernelShapRun() = default;

bool KernelShapRun::step()
{
    State &state = *m_state;
    translated([&] {
        if (!state.coalitions)
            state.prepare();
        state.passes.show(rowsBefore + state.end.endOfStep());
        state.end.look(
            state.done(), [&] { return state.fitted()[std::size_t(state.passes.explainedColumn())]; });
    });
    return !state.isAtEnd();
}

Progress KernelShapRun::progress() const { return {m_state->done(), m_state->end.samples()}; }

bool KernelShapRun::hasResult() const
{
    const State &state = *m_state;
    return state.coalitions && (state.isAtEnd() || state.done() >= state.firstResult);
}

SuperpixelWeights KernelShapRun::result() const
{
    const State &state = *m_state;
    SuperpixelWeights result = state.passes.answer(state.fitted());
    result.marking = state.options.marking;
    state.end.describe(result, state.done());
    return result;
}

} // namespace convscope
