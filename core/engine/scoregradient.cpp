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
    requireFinite(result.scores, Phrase::Logits);
    const at::Tensor gradient = inputGradient(scores.sum(), input);
    result.isCut = !gradient.defined();
    result.values = (result.isCut ? at::zeros_like(pictures) : gradient).detach().to(at::kDouble);
    requireFinite(result.values, Phrase::Gradient);
    result.isZero = result.values.count_nonzero().item<std::int64_t>() == 0;
    return result;
}

} // namespace convscope
