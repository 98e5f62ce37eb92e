#include "core/methods/lrp.h"

#include "core/engine/relevance.h"
#include "core/engine/scorefunction.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <numeric>
#include <optional>

namespace convscope {

namespace {

struct Rules
{
    RelevanceRule first; ///< of the first convolution; Flat also of a linear layer that comes first
    RelevanceRule convolution; ///< of the others
};

Rules rulesOf(LrpComposite composite)
{
    using enum RelevanceRule;
    switch (composite) {
    case LrpComposite::EpsilonPlusFlat:
        return {Flat, ZPlus};
    case LrpComposite::EpsilonPlus:
        return {ZPlus, ZPlus};
    case LrpComposite::EpsilonAlpha2Beta1Flat:
        return {Flat, AlphaBeta};
    case LrpComposite::EpsilonAlpha2Beta1:
        return {AlphaBeta, AlphaBeta};
    case LrpComposite::EpsilonGammaBox:
        return {Box, Gamma};
    case LrpComposite::Epsilon:
        break;
    }
    return {Epsilon, Epsilon};
}

} // namespace

struct LrpRun::State
{
    State(const Network &net, Photo seen, const LrpOptions &asked)
        : network(net)
        , photo(std::move(seen))
        , rules(rulesOf(asked.composite))
        , target(asked.target)
    {
    }

    const Network &network;
    Photo photo;
    Rules rules;
    Target target;

    // From the first step on:
    std::optional<ChainPass> pass; ///< none before
    std::size_t first = 0; ///< the first module with weights
    RelevanceBounds bounds; ///< of its input
    double score = 0;
    bool isDone = false;
    Attribution result;

    void step();
    void prepare();
    at::Tensor turn(const at::Tensor &logits);
    void finish();
    RelevanceRule ruleOf(const ChainPass::Place &place) const;
};

void LrpRun::State::step()
{
    const c10::NoGradGuard noGrad;
    if (!pass) {
        prepare();
        return;
    }
    const auto rule = [this](const ChainPass::Place &place) {
        return relevanceBelow(place, ruleOf(place), bounds);
    };
    if (!pass->step([this](const at::Tensor &logits) { return turn(logits); }, rule))
        finish();
}

/// Pixels lie in [0, 1]; the bounds are what becomes of that on the way to the first module with weights.
void LrpRun::State::prepare()
{
    const InputDescription &input = network.info().input;
    const at::Tensor picture = inputTensor(network, photo);
    Chain chain = network.chain();
    const auto weighted = std::ranges::find_if(chain.modules, &ChainModule::hasWeights);
    first = std::size_t(weighted - chain.modules.begin());
    const Chain before{{chain.modules.begin(), weighted}};
    bounds = {before(normalised(at::zeros_like(picture), input)),
        before(normalised(at::ones_like(picture), input))};
    pass.emplace(std::move(chain), normalised(picture, input));
}

at::Tensor LrpRun::State::turn(const at::Tensor &logits)
{
    const ScoreFunction function = scoreFunction(network, target, photo, logits, result.notes);
    result.target = function.target;
    score = function.ofPhoto;
    return slopes(function, logits) * logits;
}

RelevanceRule LrpRun::State::ruleOf(const ChainPass::Place &place) const
{
    const bool isFirst = place.index == first;
    if (place.module.kind == ChainModule::Kind::Linear)
        return isFirst && rules.first == RelevanceRule::Flat ? RelevanceRule::Flat : RelevanceRule::Epsilon;
    return isFirst ? rules.first : rules.convolution;
}

void LrpRun::State::finish()
{
    result.meaning = LrpOptions::traits.meaning;
    result.map = toMap(sharesOfPictures(pass->message(), network.info().input));
    requireFinite(result.map.values, Phrase::Relevance);
    if (result.target.kind != Explained::Kind::Entropy) // which is no sum of logits
        result.completeness =
            Completeness{std::accumulate(result.map.values.begin(), result.map.values.end(), 0.0), score};
    if (rangeOf(result.map) == Range{0, 0})
        result.notes.push_back(Note::DeadLogit);
    isDone = true;
}

LrpRun::LrpRun(const Network &network, Photo photo, const LrpOptions &options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    m_state = std::make_unique<State>(network, std::move(photo), options);
}

LrpRun::~LrpRun() = default;

bool LrpRun::step()
{
    translated([this] { m_state->step(); });
    return !m_state->isDone;
}

Progress LrpRun::progress() const { return m_state->pass ? m_state->pass->progress() : Progress(); }

bool LrpRun::hasResult() const { return m_state->isDone; }

const Attribution &LrpRun::result() const { return m_state->result; }

} // namespace convscope
