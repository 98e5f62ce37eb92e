#include "core/methods/lime.h"

#include "core/engine/ridge.h"
#include "core/engine/superpixelpasses.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"
#include "core/explain/random.h"
#include "core/methods/convergence.h"
#include "core/methods/superpixels.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double kernelWidth = 0.25;
constexpr double ridgeAlpha = 1;

/// Weight of a sample: exponential kernel on the cosine distance between its 0/1 row and the all-ones row.
double kernelWeight(int kept, int segments)
{
    const double distance = kept > 0 ? 1 - std::sqrt(double(kept) / segments) : 1;
    return std::sqrt(std::exp(-distance * distance / (kernelWidth * kernelWidth)));
}

ClassWeights weightsOf(int label, const LinearFit &fit)
{
    LinearModel model{fit.intercept, fit.r2, fit.intercept};
    for (const double slope : fit.slope)
        model.localPrediction += slope;
    return {label, model, sortedWeights(fit.slope, fit.errors)};
}

} // namespace

struct LimeRun::State
{
    State(const Network &network, Photo photo, const LimeOptions &asked)
        : options(asked)
        , passes(network, std::move(photo), asked.target, asked.score)
        , end(asked.samples, asked.stopWhenStable, asked.marking())
    {
    }

    LimeOptions options;
    SuperpixelPasses passes; ///< a sample is a row
    SampleEnd end;

    // From the first step on:
    std::optional<NumpyRandom> random; ///< none before
    std::uint64_t streamEnd = 0;

    void prepare();
    void drawRows(int count);
    std::vector<ClassWeights> fitted() const;
};

void LimeRun::State::prepare()
{
    const Image &picture = passes.photo().input;
    const Segmentation segments = slic(picture, options.slic);
    passes.begin(segments, hiddenPicture(picture, segments, SuperpixelFill::Mean));
    random.emplace(options.seed, options.streamOffset);
    random->below(1000); // the package draws a seed for a segmentation that it then does not use
    streamEnd = random->drawn() + std::uint64_t(options.samples) * std::uint64_t(segments.count);
}

/// Draws on until `count` rows stand ready. The first one is drawn too, then replaced: it is the photo
/// itself.
void LimeRun::State::drawRows(int count)
{
    std::vector<std::uint8_t> row(std::size_t(passes.segments().count));
    while (passes.added() < count) {
        std::generate(row.begin(), row.end(), [this] { return std::uint8_t(random->below(2)); });
        if (passes.added() == 0)
            std::fill(row.begin(), row.end(), std::uint8_t(1));
        passes.add(row);
    }
}

/// One a class, from the samples done.
std::vector<ClassWeights> LimeRun::State::fitted() const
{
    const std::vector<std::uint8_t> rows(passes.rows().begin(), passes.rows().end());
    const int width = passes.segments().count;
    std::vector<double> weights;
    for (auto row = rows.begin(); row != rows.end(); row += width)
        weights.push_back(kernelWeight(int(std::count(row, row + width, 1)), width));
    std::vector<ClassWeights> classes;
    for (const LinearFit &fit : weightedRidge(rows, passes.scores(), weights, ridgeAlpha))
        classes.push_back(weightsOf(int(classes.size()), fit));
    return classes;
}

LimeRun::LimeRun(const Network &network, Photo photo, const LimeOptions &options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    m_state = std::make_unique<State>(network, std::move(photo), options);
}

LimeRun::~LimeRun() = default;

bool LimeRun::step()
{
    State &state = *m_state;
    SuperpixelPasses &passes = state.passes;
    translated([&] {
        if (!state.random)
            state.prepare();
        const int end = state.end.endOfStep();
        state.drawRows(passes.shown() + passes.rowsOfPass(end));
        passes.show(end);
        state.end.look(passes.shown(), [&] { return state.fitted()[std::size_t(passes.explainedColumn())]; });
    });
    return !state.end.isReached(passes.shown());
}

Progress LimeRun::progress() const { return {m_state->passes.shown(), m_state->options.samples}; }

SuperpixelWeights LimeRun::result() const
{
    const State &state = *m_state;
    SuperpixelWeights result = state.passes.answer(state.fitted());
    result.marking = state.options.marking();
    result.streamEnd = state.streamEnd;
    state.end.describe(result, state.passes.shown());
    return result;
}

} // namespace convscope
