#include "core/engine/relurule.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>

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
        context->save_for_backward({output});
        return output;
    }

    static torch::autograd::variable_list backward(
        torch::autograd::AutogradContext *context, const torch::autograd::variable_list &gradients)
    {
        const at::Tensor output = context->get_saved_variables().front();
        const auto rule = ReluRule(context->saved_data["rule"].toInt());
        return {reluGradient(gradients[0], output, rule), {}};
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

at::Tensor reluWithRule(const at::Tensor &values)
{
    return hasReluRule() ? ReluWithRule::apply(values, std::int64_t(takeReluRule())) : at::relu(values);
}

} // namespace convscope
