#include "core/engine/scoregradient.h"

#include "core/engine/tensors.h"
#include "core/error.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

at::Tensor logitsByRule(const Network &network, const at::Tensor &pictures, ReluRule rule)
{
    if (rule == ReluRule::Plain)
        return network.logits(pictures);
    const ReluRuleGuard guard(rule);
    at::Tensor logits = network.logits(pictures);
    if (guard.count() == 0)
        throw Error(ErrorKind::NetworkWithoutReLU);
    return logits;
}

} // namespace

ScoreGradient scoreGradient(
    const Network &network, const at::Tensor &pictures, const ScoreOfLogits &score, ReluRule rule)
{
    const at::Tensor input = pictures.detach().requires_grad_(true);
    const at::Tensor scores = score(logitsByRule(network, input, rule));
    ScoreGradient result;
    result.scores = scores.detach().to(at::kDouble);
    const at::Tensor gradient = inputGradient(scores.sum(), input);
    result.isCut = !gradient.defined();
    result.values = (result.isCut ? at::zeros_like(pictures) : gradient).detach().to(at::kDouble);
    result.facts = factsOf(result.scores, result.values);
    return result;
}

at::Tensor factsOf(const at::Tensor &values, const at::Tensor &gradient)
{
    return at::stack({areFinite(values), areFinite(gradient), gradient.any()});
}

bool isZero(const std::vector<double> &facts, Phrase::Kind values)
{
    if (facts[0] == 0)
        throw Error(ErrorKind::NotFinite, {}, {}, values);
    if (facts[1] == 0)
        throw Error(ErrorKind::NotFinite, {}, {}, Phrase::Gradient);
    return facts[2] == 0;
}

bool isZero(const ScoreGradient &gradient) { return isZero(valuesOf({gradient.facts}).front()); }

} // namespace convscope
