#include "core/methods/deeplift.h"

#include "core/engine/chainpass.h"
#include "core/engine/scorefunction.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <numeric>
#include <optional>

namespace convscope {

namespace {

/// Differences below this count as none.
constexpr double smallest = 1e-10;

/// One value of two, the photo's and the baseline's.
at::Tensor ofPhoto(const at::Tensor &both) { return both.narrow(0, 0, 1); }
at::Tensor ofBaseline(const at::Tensor &both) { return both.narrow(0, 1, 1); }
at::Tensor differenceIn(const at::Tensor &both) { return ofPhoto(both) - ofBaseline(both); }

/// a/b, and `otherwise` where b counts as 0.
at::Tensor quotient(const at::Tensor &a, const at::Tensor &b, const at::Tensor &otherwise)
{
    return at::where(b.abs() < smallest, otherwise, a / b);
}

/// The slope of the line through the photo's and the baseline's value; where these are one, ReLU's own.
at::Tensor throughReLU(const ChainPass::Place &place)
{
    const at::Tensor slope = ofPhoto(place.input).gt(0).to(place.input.scalar_type());
    return place.message * quotient(differenceIn(place.output), differenceIn(place.input), slope);
}

/// The pool's output changes in two parts: from the baseline's y0 up to max(y, y0), and from there to the
/// photo's y. The first goes to where the photo has its largest value, the second to where the baseline has.
at::Tensor throughMaxPool(const ChainPass::Place &place)
{
    const at::Tensor u = ofPhoto(place.input);
    const at::Tensor u0 = ofBaseline(place.input);
    const auto [y, places] = poolPlaces(place.module, u);
    const auto [y0, places0] = poolPlaces(place.module, u0);
    const at::Tensor largest = at::maximum(y, y0);
    const at::Tensor change = unpooled(place.module, u, places, place.message * (largest - y0))
        + unpooled(place.module, u, places0, place.message * (y - largest));
    return quotient(change, u - u0, at::zeros_like(u));
}

/// What a change of the module's input counts, from what one of its output counts.
at::Tensor multiplierBelow(const ChainPass::Place &place)
{
    switch (place.module.kind) {
    case ChainModule::Kind::ReLU:
        return throughReLU(place);
    case ChainModule::Kind::MaxPool:
        return throughMaxPool(place);
    default:
        return place.module.transposed(ofPhoto(place.input), place.message);
    }
}

/// By the pictures, from what is known by the normalised ones.
at::Tensor multiplierOfPicture(
    const at::Tensor &multiplier, const at::Tensor &picture, const InputDescription &input)
{
    const c10::AutoGradMode withGradients(true);
    const at::Tensor leaf = picture.detach().clone().requires_grad_(true);
    return inputGradient((normalised(leaf, input) * multiplier).sum(), leaf);
}

} // namespace

struct DeepLiftRun::State
{
    State(const Network &net, Photo seen, const DeepLiftOptions &asked)
        : network(net)
        , photo(std::move(seen))
        , options(asked)
    {
    }

    const Network &network;
    Photo photo;
    DeepLiftOptions options;

    // From the first step on:
    std::optional<ChainPass> pass; ///< of photo and baseline; none before
    at::Tensor picture; ///< 1×3×H×W
    at::Tensor way; ///< from the baseline to the photo
    double difference = 0; ///< of the score between the two
    bool isDone = false;
    Attribution result;

    void step();
    void prepare();
    at::Tensor turn(const at::Tensor &logits);
    void finish();
};

void DeepLiftRun::State::step()
{
    const c10::NoGradGuard noGrad;
    if (!pass)
        prepare();
    else if (!pass->step([this](const at::Tensor &logits) { return turn(logits); }, multiplierBelow))
        finish();
}

void DeepLiftRun::State::prepare()
{
    picture = inputTensor(network, photo);
    const at::Tensor baseline =
        inputTensor(network, baselineOf(toMap(picture), options.baseline, options.seed));
    way = picture - baseline;
    pass.emplace(network.chain(), normalised(at::cat({picture, baseline}), network.info().input));
}

at::Tensor DeepLiftRun::State::turn(const at::Tensor &logits)
{
    const at::Tensor said = logits.cpu();
    const ScoreFunction score = scoreFunction(network, options.target, photo, ofPhoto(said), result.notes);
    result.target = score.target;
    difference = differenceIn(score(said)).item<double>();
    requireFinite({difference}, Phrase::Logits);
    return slopes(score, ofPhoto(logits));
}

void DeepLiftRun::State::finish()
{
    const at::Tensor multiplier = multiplierOfPicture(pass->message(), picture, network.info().input);
    result.meaning = DeepLiftOptions::traits.meaning;
    auto found = valuesOf({way.any(), multiplier.any(), way * multiplier});
    result.map = {3, int(way.size(2)), int(way.size(3)), std::move(found[2])};
    requireFinite(result.map.values, Phrase::Relevance);
    result.completeness =
        Completeness{std::accumulate(result.map.values.begin(), result.map.values.end(), 0.0), difference};
    if (found[0][0] != 0 && found[1][0] == 0)
        result.notes.push_back(Note::DeadLogit);
    isDone = true;
}

DeepLiftRun::DeepLiftRun(const Network &network, Photo photo, const DeepLiftOptions &options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    m_state = std::make_unique<State>(network, std::move(photo), options);
}

DeepLiftRun::~DeepLiftRun() = default;

bool DeepLiftRun::step()
{
    translated([this] { m_state->step(); });
    return !m_state->isDone;
}

Progress DeepLiftRun::progress() const { return m_state->pass ? m_state->pass->progress() : Progress(); }

bool DeepLiftRun::hasResult() const { return m_state->isDone; }

const Attribution &DeepLiftRun::result() const { return m_state->result; }

} // namespace convscope
