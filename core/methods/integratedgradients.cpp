#include "core/methods/integratedgradients.h"

#include "core/engine/batch.h"
#include "core/engine/scorefunction.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

namespace convscope {

namespace {

/// Above this part of the score's difference the map misses too much of what it explains.
constexpr double enoughSteps = 0.05;

/// The value and the slope of the Legendre polynomial of degree n, by its recurrence.
std::pair<double, double> legendre(int n, double t)
{
    double before = 1;
    double value = t;
    for (int k = 2; k <= n; ++k)
        before = std::exchange(value, ((2 * k - 1) * t * value - (k - 1) * before) / k);
    return {value, n * (before - t * value) / (1 - t * t)};
}

/// On [0, 1]. Newton's method finds the polynomial's root; Abramowitz & Stegun, 25.4.29 and 25.4.30.
IntegrationNode gaussLegendre(int count, int place)
{
    const int mirrored = std::min(place, count - 1 - place); // the roots lie symmetrically
    double root = std::cos(std::numbers::pi * (mirrored + 0.75) / (count + 0.5));
    constexpr int enough = 10; // it takes 4
    for (int round = 0; round < enough; ++round) {
        const auto [value, slope] = legendre(count, root);
        root -= value / slope;
        if (std::abs(value / slope) < 1e-15)
            break;
    }
    const double slope = legendre(count, root).second;
    return {(place == mirrored ? 1 - root : 1 + root) / 2, 1 / ((1 - root * root) * slope * slope)};
}

IntegrationNode trapezoid(int count, int place)
{
    const bool isEnd = place == 0 || place == count - 1;
    return {double(place) / (count - 1), (isEnd ? 0.5 : 1.0) / (count - 1)};
}

/// Whether all nodes weigh the same, so that the mean over some of them stands for the integral too.
bool weighsEvenly(IntegrationRule rule)
{
    return rule != IntegrationRule::GaussLegendre && rule != IntegrationRule::Trapezoid;
}

/// The places 0 … count − 1 by their bits read backwards (van der Corput's sequence): however many of the
/// first are taken, they lie spread over the whole.
std::vector<int> spreadOrder(int count)
{
    const auto bits = int(std::bit_width(unsigned(count - 1)));
    std::vector<int> order;
    for (int i = 0; i < 1 << bits; ++i) {
        int place = 0;
        for (int bit = 0; bit < bits; ++bit)
            place |= (i >> bit & 1) << (bits - 1 - bit);
        if (place < count)
            order.push_back(place);
    }
    return order;
}

} // namespace

IntegrationNode integrationNode(IntegrationRule rule, int count, int place)
{
    const auto inInterval = [&](double where) {
        return IntegrationNode{(place + where) / count, 1.0 / count};
    };
    switch (rule) {
    case IntegrationRule::GaussLegendre:
        return gaussLegendre(count, place);
    case IntegrationRule::Left:
        return inInterval(0);
    case IntegrationRule::Right:
        return inInterval(1);
    case IntegrationRule::Middle:
        return inInterval(0.5);
    case IntegrationRule::Trapezoid:
        return trapezoid(count, place);
    }
    return {};
}

struct IntegratedGradientsRun::State
{
    State(const Network &net, Photo seen, const IntegratedGradientsOptions &asked)
        : network(net)
        , photo(std::move(seen))
        , options(asked)
        , batch(picturesAStep(net.info(), gradientCost))
    {
    }

    const Network &network;
    Photo photo;
    IntegratedGradientsOptions options;
    int batch; ///< gradients a step

    // From the first step on:
    std::vector<int> order; ///< in which the nodes are visited; empty before
    at::Tensor baseline; ///< 1×3×H×W
    at::Tensor way; ///< from there to the photo
    at::Tensor sum; ///< of the gradients, weighted, in double
    double difference = 0; ///< of the score between the photo and the baseline
    int done = 0;
    ScoreFunction score;
    bool isCut = false; ///< no gradient reaches the picture
    bool isDead = true; ///< all gradients so far are zero
    Notes notes;

    void prepare();
    void addGradients();
    bool isComplete() const { return done == options.gradients; }
};

void IntegratedGradientsRun::State::prepare()
{
    const at::Tensor original = inputTensor(network, photo.input);
    baseline = inputTensor(network, baselineOf(toMap(original), options.baseline, options.seed));
    way = original - baseline;
    sum = at::zeros_like(way, way.options().dtype(at::kDouble));

    const at::Tensor logits = network.logits(original);
    score = scoreFunction(options.target, photo, logits, notes);
    difference = score(logits).item<double>() - score(network.logits(baseline)).item<double>();
    requireFinite({difference}, Phrase::Logits);
    order = spreadOrder(options.gradients);
}

/// Of as many nodes as share a step.
void IntegratedGradientsRun::State::addGradients()
{
    const int count = std::min(batch, options.gradients - done);
    std::vector<double> positions;
    std::vector<double> weights;
    for (int i = done; i < done + count; ++i) {
        const IntegrationNode node = integrationNode(options.rule, options.gradients, order[std::size_t(i)]);
        positions.push_back(node.position);
        weights.push_back(node.weight);
    }
    const auto eachPicture = [count](const std::vector<double> &numbers, const at::Tensor &like) {
        return at::tensor(numbers, at::kDouble).to(like.options()).view({count, 1, 1, 1});
    };
    const at::Tensor pictures = (baseline + eachPicture(positions, way) * way).requires_grad_(true);
    const at::Tensor scores = score(network.logits(pictures));
    requireFinite({scores.sum().item<double>()}, Phrase::Logits);
    const at::Tensor gradient = inputGradient(scores.sum(), pictures);
    isCut = !gradient.defined();
    if (!isCut) {
        const at::Tensor more =
            (gradient.to(at::kDouble) * eachPicture(weights, sum)).sum(0, /*keepdim=*/true);
        requireFinite(toMap(more).values, Phrase::Gradient);
        isDead = isDead && gradient.count_nonzero().item<std::int64_t>() == 0;
        sum += more;
    }
    done = isCut ? options.gradients : done + count; // there is nothing to come
}

IntegratedGradientsRun::IntegratedGradientsRun(
    const Network &network, Photo photo, const IntegratedGradientsOptions &options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    m_state = std::make_unique<State>(network, std::move(photo), options);
}

IntegratedGradientsRun::~IntegratedGradientsRun() = default;

bool IntegratedGradientsRun::step()
{
    State &state = *m_state;
    if (state.order.empty())
        translated([&state] { state.prepare(); });
    else
        halvingBatch(state.batch, [&state] { state.addGradients(); });
    return !state.isComplete();
}

Progress IntegratedGradientsRun::progress() const { return {m_state->done, m_state->options.gradients}; }

bool IntegratedGradientsRun::hasResult() const
{
    return m_state->isComplete() || (m_state->done > 0 && weighsEvenly(m_state->options.rule));
}

Attribution IntegratedGradientsRun::result() const
{
    const State &state = *m_state;
    Attribution result;
    result.meaning = IntegratedGradientsOptions::traits.meaning;
    result.target = state.score.target;
    // Of some nodes with equal weights, the mean stands for the integral.
    result.map =
        translated([&state] { return toMap(state.way * state.sum * state.options.gradients / state.done); });
    result.completeness = Completeness{
        std::accumulate(result.map.values.begin(), result.map.values.end(), 0.0), state.difference};
    result.notes = state.notes;
    if (state.isCut || state.isDead)
        result.notes.push_back(state.isCut ? Note::GradientCut : Note::DeadLogit);
    else if (state.isComplete() && result.completeness->relativeError().value_or(0) > enoughSteps)
        result.notes.push_back(Note::TakeMoreSteps);
    if (!state.isComplete())
        result.notes.push_back(Note::StoppedEarly);
    return result;
}

} // namespace convscope
