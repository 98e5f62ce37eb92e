#include "core/methods/blurig.h"

#include "core/engine/batch.h"
#include "core/engine/gaussianblur.h"
#include "core/engine/pathgradients.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace convscope {

namespace {

/// The difference of deviations over which the slope of a blur is taken.
constexpr double blurStep = 0.01;

struct BlurNode
{
    double deviation = 0;
    double width = 0; ///< up to the next deviation
};

/// By rising deviation.
std::vector<BlurNode> blurNodes(const BlurIgOptions &options)
{
    const auto deviation = [&options](int i) {
        const double part = double(i) * options.sigma / options.gradients;
        return options.spacing == BlurSpacing::Root ? std::sqrt(part) : part;
    };
    std::vector<BlurNode> nodes;
    for (int i = 0; i < options.gradients; ++i)
        nodes.push_back({deviation(i), deviation(i + 1) - deviation(i)});
    return nodes;
}

} // namespace

struct BlurIgRun::State
{
    State(const Network &net, Photo seen, const BlurIgOptions &asked)
        : network(net)
        , photo(std::move(seen))
        , options(asked)
        , batch(picturesAStep(net.info(), gradientCost))
    {
        const std::vector<BlurNode> rising = blurNodes(asked);
        for (const int place : spreadOrder(asked.gradients))
            nodes.push_back(rising[std::size_t(place)]);
    }

    const Network &network;
    Photo photo;
    BlurIgOptions options;
    Batch batch; ///< gradients a step
    std::vector<BlurNode> nodes; ///< in the order in which they are visited

    // From the first step on:
    std::optional<PathGradients> gradients; ///< none before
    at::Tensor original; ///< the photo in double: of the difference of two blurs float32 keeps 3 digits
    at::Tensor sum; ///< in double
    int done = 0;

    void prepare();
    at::Tensor blurred(double deviation) const { return gaussianBlurred(original, deviation, Outside::Zero); }
    void addGradients();
    bool isComplete() const { return done == options.gradients; }
};

void BlurIgRun::State::prepare()
{
    PathGradients made(network, photo, options.target);
    original = made.picture().to(at::kCPU, at::kDouble);
    const double strongest = options.spacing == BlurSpacing::Root ? std::sqrt(options.sigma) : options.sigma;
    made.startFrom(sent(blurred(strongest), made.picture().options()));
    sum = at::zeros_like(original);
    gradients.emplace(std::move(made));
}

/// Of as many nodes as share a step.
void BlurIgRun::State::addGradients()
{
    const int count = std::min<int>(batch, options.gradients - done);
    std::vector<at::Tensor> points;
    std::vector<at::Tensor> ways;
    for (int i = done; i < done + count; ++i) {
        const BlurNode &node = nodes[std::size_t(i)];
        points.push_back(blurred(node.deviation));
        const at::Tensor slope = (blurred(node.deviation + blurStep) - points.back()) / blurStep;
        ways.push_back(slope * node.width);
    }
    const at::Tensor found = gradients->onProcessor(sent(at::cat(points), gradients->picture().options()));
    sum -= (found * at::cat(ways)).sum(0, /*keepdim=*/true);
    done = gradients->areCut() ? options.gradients : done + count; // there is nothing to come
}

BlurIgRun::BlurIgRun(const Network &network, Photo photo, const BlurIgOptions &options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    m_state = std::make_unique<State>(network, std::move(photo), options);
}

BlurIgRun::~BlurIgRun() = default;

bool BlurIgRun::step()
{
    State &state = *m_state;
    if (!state.gradients)
        translated([&state] { state.prepare(); });
    else
        halvingBatch(state.batch, [&state] { state.addGradients(); });
    return !state.isComplete();
}

Progress BlurIgRun::progress() const { return {m_state->done, m_state->options.gradients}; }

bool BlurIgRun::hasResult() const
{
    return m_state->isComplete() || (m_state->done > 0 && m_state->options.spacing == BlurSpacing::Linear);
}

Attribution BlurIgRun::result() const
{
    const State &state = *m_state;
    return translated([&state] {
        // Of some nodes of equal widths, the mean stands for the integral.
        const at::Tensor map = state.sum * state.options.gradients / state.done;
        return state.gradients->attribution(toMap(map), state.isComplete(), Note::TakeMoreSteps);
    });
}

} // namespace convscope
