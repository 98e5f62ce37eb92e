#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include <ATen/core/Tensor.h>

namespace convscope {

/// What a ReLU sends back of the gradient that reaches it. z is its input, g the gradient of its output.
enum class ReluRule
{
    Plain, ///< g where z > 0: the true gradient
    Guided, ///< max(g, 0) where z > 0
    Deconvnet, ///< max(g, 0)
};

/// While it lives, the ReLUs of all networks that this thread runs have this rule. Gradients may be taken
/// later: a ReLU keeps the rule that it was computed under.
class ReluRuleGuard
{
public:
    explicit ReluRuleGuard(ReluRule rule);
    ~ReluRuleGuard();
    ReluRuleGuard(const ReluRuleGuard &) = delete;
    ReluRuleGuard &operator=(const ReluRuleGuard &) = delete;

    /// How many ReLUs were computed under the guard.
    int count() const { return m_count; }

private:
    friend ReluRule takeReluRule();

    ReluRule m_rule;
    int m_count = 0;
    ReluRuleGuard *m_before;
};

/// Whether a guard lives on this thread.
bool hasReluRule();

/// The rule for a ReLU that is about to be computed, which the guard counts.
ReluRule takeReluRule();

/// The gradient of a ReLU's input. The output tells where the input is above 0.
at::Tensor reluGradient(const at::Tensor &gradient, const at::Tensor &output, ReluRule rule);

/// A ReLU with the rule that holds. Keeps autograd's graph.
at::Tensor reluWithRule(const at::Tensor &values);

} // namespace convscope
