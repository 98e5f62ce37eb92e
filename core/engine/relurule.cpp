#include "core/engine/relurule.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>

#include <vector>

namespace convscope {

namespace {

thread_local ReluRuleGuard *guarding = nullptr;

class ReluWithRule : public torch::autograd::Function<ReluWithRule>
{
public:
    static at::Tensor forward(
        torch::autograd::AutogradContext *context, const at::Tensor &values, std::int64_t rule)
    {
        const at::Tensor output = at::relu(values);
        context->saved_data["rule"] = rule;
        // What lies below 0 is kept apart from the input, which may be changed in place.
        const bool isRedirected = ReluRule(rule) == ReluRule::Redirected;
        context->save_for_backward({isRedirected ? values < 0 : output});
        return output;
    }

    static torch::autograd::variable_list backward(
        torch::autograd::AutogradContext *context, const torch::autograd::variable_list &gradients)
    {
        const at::Tensor saved = context->get_saved_variables().front();
        const auto rule = ReluRule(context->saved_data["rule"].toInt());
        return {rule == ReluRule::Redirected ? redirectedGradient(gradients[0], saved)
                                             : reluGradient(gradients[0], saved, rule),
            {}};
    }
};

} // namespace

ReluRuleGuard::ReluRuleGuard(ReluRule rule)
    : m_rule(rule)
    , m_before(guarding)
{
    guarding = this;
}

ReluRuleGuard::~ReluRuleGuard() { guarding = m_before; }

bool hasReluRule() { return guarding != nullptr; }

bool ruleAsksForInput() { return guarding && guarding->m_rule == ReluRule::Redirected; }

ReluRule takeReluRule()
{
    if (!guarding)
        return ReluRule::Plain;
    ++guarding->m_count;
    return guarding->m_rule;
}

at::Tensor reluGradient(const at::Tensor &gradient, const at::Tensor &output, ReluRule rule)
{
    if (rule == ReluRule::Plain)
        return at::threshold_backward(gradient, output, 0);
    const at::Tensor positive = gradient.clamp_min(0);
    return rule == ReluRule::Guided ? at::threshold_backward(positive, output, 0) : positive;
}

at::Tensor redirectedGradient(const at::Tensor &gradient, const at::Tensor &isBelow)
{
    const at::Tensor plain = gradient.masked_fill(isBelow, 0);
    const at::Tensor isDead = plain.reshape({plain.size(0), -1}).eq(0).all(1);
    if (isDead.is_cpu() && !isDead.any().item<bool>())
        return plain;
    std::vector<std::int64_t> onePicture(std::size_t(gradient.dim()), 1);
    onePicture.front() = -1;
    const at::Tensor raising = gradient.masked_fill(isBelow.logical_and(gradient > 0), 0);
    return at::where(isDead.view(onePicture), raising, plain);
}

at::Tensor reluWithRule(const at::Tensor &values)
{
    return hasReluRule() ? ReluWithRule::apply(values, std::int64_t(takeReluRule())) : at::relu(values);
}

} // namespace convscope
