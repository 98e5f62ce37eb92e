#include "core/methods/lime.h"

#include "core/engine/batch.h"
#include "core/engine/ridge.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"
#include "core/explain/random.h"
#include "core/methods/convergence.h"
#include "core/network/prediction.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double kernelWidth = 0.25;
constexpr double ridgeAlpha = 1;

/// Every superpixel in its mean colour, in double as the notebook has the picture.
Map meanColours(const Image &image, const Segmentation &segments)
{
    const std::size_t pixels = segments.labels.size();
    Map map{3, image.height, image.width, std::vector<double>(3 * pixels)};
    for (std::size_t channel = 0; channel < 3; ++channel) {
        std::vector<double> sum(std::size_t(segments.count), 0.0);
        std::vector<int> count(sum.size(), 0);
        for (std::size_t i = 0; i < pixels; ++i) {
            const auto segment = std::size_t(segments.labels[i]);
            sum[segment] += double(float(image.pixels[3 * i + channel]) / 255.0f);
            ++count[segment];
        }
        for (std::size_t i = 0; i < pixels; ++i) {
            const auto segment = std::size_t(segments.labels[i]);
            map.values[channel * pixels + i] = sum[segment] / count[segment];
        }
    }
    return map;
}

/// Weight of a sample: exponential kernel on the cosine distance between its 0/1 row and the all-ones row.
double kernelWeight(int kept, int segments)
{
    const double distance = kept > 0 ? 1 - std::sqrt(double(kept) / segments) : 1;
    return std::sqrt(std::exp(-distance * distance / (kernelWidth * kernelWidth)));
}

ClassWeights weightsOf(int label, const LinearFit &fit)
{
    LinearModel model{fit.intercept, fit.r2, fit.intercept};
    ClassWeights ofClass{label, {}, {}};
    for (std::size_t j = 0; j < fit.slope.size(); ++j) {
        model.localPrediction += fit.slope[j];
        ofClass.weights.push_back({int(j), fit.slope[j], fit.errors[j]});
    }
    ofClass.model = model;
    std::stable_sort(
        ofClass.weights.begin(), ofClass.weights.end(), [](const SegmentWeight &a, const SegmentWeight &b) {
            return std::abs(a.weight) > std::abs(b.weight);
        });
    return ofClass;
}

} // namespace

struct LimeRun::State
{
    State(const Network &net, Photo seen, const LimeOptions &asked)
        : network(net)
        , photo(std::move(seen))
        , options(asked)
        , batch(picturesAStep(net.info()))
        , convergence(options.marking())
    {
    }

    const Network &network;
    Photo photo;
    LimeOptions options;
    int batch; ///< samples a step
    MaskConvergence convergence;
    int nextLook = MaskConvergence::nextLook(0); ///< samples; matters where it may stop when stable
    bool converged = false;

    // From the first step on:
    Segmentation segments;
    std::optional<NumpyRandom> random; ///< none before
    std::uint64_t streamEnd = 0;
    at::Tensor original; ///< 1×3×H×W
    at::Tensor hidden; ///< the same with every superpixel in its mean colour
    std::vector<std::uint8_t> kept; ///< rows drawn so far × segments: 1 keeps a superpixel, 0 hides it
    std::vector<double> scores; ///< samples done × classes
    int done = 0;
    int target = 0;
    Notes notes;

    void prepare();
    void drawRows(int count);
    at::Tensor perturbed(int first, int count) const;
    void addScores(const at::Tensor &logits);
    int samplesOfStep() const;
    void lookWhetherSettled();
    std::vector<ClassWeights> fitted() const;
    bool isComplete() const { return done == options.samples; }
};

void LimeRun::State::prepare()
{
    segments = slic(photo.input, options.slic);
    if (segments.count < 2)
        notes.push_back(Note::FewSegments);
    original = inputTensor(network, photo.input);
    hidden = inputTensor(network, meanColours(photo.input, segments));
    random.emplace(options.seed, options.streamOffset);
    random->below(1000); // the package draws a seed for a segmentation that it then does not use
    streamEnd = random->drawn() + std::uint64_t(options.samples) * std::uint64_t(segments.count);
}

/// Draws on until `count` rows stand ready. The first one is drawn too, then replaced: it is the photo
/// itself.
void LimeRun::State::drawRows(int count)
{
    const auto width = std::size_t(segments.count);
    const std::size_t drawn = kept.size();
    kept.resize(std::max(drawn, std::size_t(count) * width));
    std::generate(
        kept.begin() + std::ptrdiff_t(drawn), kept.end(), [this] { return std::uint8_t(random->below(2)); });
    if (drawn == 0)
        std::fill_n(kept.begin(), width, std::uint8_t(1));
}

/// B×3×H×W: the photo with the superpixels of each row hidden or not.
at::Tensor LimeRun::State::perturbed(int first, int count) const
{
    const std::size_t pixels = segments.labels.size();
    at::Tensor keep = at::empty({count, 1, segments.height, segments.width}, at::kBool);
    bool *out = keep.data_ptr<bool>();
    for (int i = 0; i < count; ++i) {
        const std::uint8_t *row = kept.data() + std::size_t(first + i) * std::size_t(segments.count);
        out = std::transform(segments.labels.begin(), segments.labels.begin() + std::ptrdiff_t(pixels), out,
            [row](std::int32_t segment) { return row[segment] != 0; });
    }
    return at::where(keep.to(original.device()), original, hidden);
}

void LimeRun::State::addScores(const at::Tensor &logits)
{
    const std::vector<double> values = toMap(logits.unsqueeze(0)).values;
    requireFinite(values, Phrase::Logits);
    const int classCount = network.info().classCount;
    if (done == 0) {
        const std::vector<double> whole(values.begin(), values.begin() + classCount);
        target = resolveTarget(options.target, photo, whole, notes);
    }
    for (auto row = values.begin(); row != values.end(); row += classCount) {
        std::vector<double> score(row, row + classCount);
        if (options.score == Score::Probabilities)
            score = probabilities(score, network.info().task);
        scores.insert(scores.end(), score.begin(), score.end());
        ++done;
    }
}

/// A step ends at a look, so that where a run stops does not depend on how many samples share a pass.
int LimeRun::State::samplesOfStep() const
{
    const int end = options.stopWhenStable ? std::min(nextLook, options.samples) : options.samples;
    return std::min(batch, end - done);
}

void LimeRun::State::lookWhetherSettled()
{
    if (!options.stopWhenStable || done < nextLook)
        return;
    nextLook = MaskConvergence::nextLook(done);
    converged = convergence.add(fitted()[std::size_t(target)]);
}

/// One a class, from the samples done.
std::vector<ClassWeights> LimeRun::State::fitted() const
{
    const auto width = std::size_t(segments.count);
    const std::vector<std::uint8_t> rows(kept.begin(), kept.begin() + std::ptrdiff_t(width) * done);
    std::vector<double> weights;
    for (auto row = rows.begin(); row != rows.end(); row += std::ptrdiff_t(width))
        weights.push_back(kernelWeight(int(std::count(row, row + std::ptrdiff_t(width), 1)), segments.count));
    std::vector<ClassWeights> classes;
    for (const LinearFit &fit : weightedRidge(rows, scores, weights, ridgeAlpha))
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
    translated([&state] {
        if (!state.random)
            state.prepare();
        const int count = state.samplesOfStep();
        state.drawRows(state.done + count);
        halvingBatch(state.batch, [&] {
            state.addScores(state.network.logits(state.perturbed(state.done, count)));
            state.lookWhetherSettled();
        });
    });
    return !state.converged && !state.isComplete();
}

Progress LimeRun::progress() const { return {m_state->done, m_state->options.samples}; }

SuperpixelWeights LimeRun::result() const
{
    const State &state = *m_state;
    SuperpixelWeights result;
    result.segments = state.segments;
    result.classes = state.fitted();
    result.target = state.target;
    result.samples = state.done;
    result.samplesAsked = state.options.samples;
    result.marking = state.options.marking();
    result.streamEnd = state.streamEnd;
    result.notes = state.notes;
    if (!state.isComplete())
        result.notes.push_back(state.converged ? Note::StoppedWhenStable : Note::StoppedEarly);
    return result;
}

} // namespace convscope
