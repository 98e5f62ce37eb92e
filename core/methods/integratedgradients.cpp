#include "core/methods/integratedgradients.h"

#include "core/engine/batch.h"
#include "core/engine/pathgradients.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

namespace convscope {

namespace {

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
    Batch batch; ///< gradients a step

    // From the first step on:
    std::optional<PathGradients> gradients; ///< none before
    std::vector<int> order; ///< in which the nodes are visited
    at::Tensor baseline; ///< 1×3×H×W
    at::Tensor way; ///< from there to the photo
    at::Tensor sum; ///< of the gradients, weighted, in double
    int done = 0;

    void prepare();
    void addGradients();
    bool isComplete() const { return done == options.gradients; }
};

void IntegratedGradientsRun::State::prepare()
{
    PathGradients made(network, photo, options.target);
    baseline = inputTensor(network, baselineOf(toMap(made.picture()), options.baseline, options.seed));
    made.startFrom(baseline);
    way = made.picture() - baseline;
    sum = at::zeros_like(way, way.options().dtype(at::kDouble));
    order = spreadOrder(options.gradients);
    gradients.emplace(std::move(made));
}

/// Of as many nodes as share a step.
void IntegratedGradientsRun::State::addGradients()
{
    const int count = std::min<int>(batch, options.gradients - done);
    std::vector<double> positions;
    std::vector<double> weights;
    for (int i = done; i < done + count; ++i) {
        const IntegrationNode node = integrationNode(options.rule, options.gradients, order[std::size_t(i)]);
        positions.push_back(node.position);
        weights.push_back(node.weight);
    }
    const at::Tensor found = gradients->of(baseline + eachPicture(positions, way) * way);
    sum += (found * eachPicture(weights, sum)).sum(0, /*keepdim=*/true);
    done = gradients->areCut() ? options.gradients : done + count; // there is nothing to come
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
    if (!state.gradients)
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
    return translated([&state] {
        // Of some nodes with equal weights, the mean stands for the integral.
        const at::Tensor map = state.way * state.sum * state.options.gradients / state.done;
        return state.gradients->attribution(toMap(map), state.isComplete(), Note::TakeMoreSteps);
    });
}

} // namespace convscope
