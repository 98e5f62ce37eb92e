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
    /// Of a loss that is made small: g where z ≥ 0. Where that is 0 all over a picture, which is then dead
    /// for this ReLU, g as well where it is below 0 and so would raise z. Lucid's, for the first steps of an
    /// optimisation.
    Redirected,
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
    friend bool ruleAsksForInput();

    ReluRule m_rule;
    int m_count = 0;
    ReluRuleGuard *m_before;
};

/// Whether a guard lives on this thread.
bool hasReluRule();

/// Whether the rule that holds tells an input of 0 from one below, which a ReLU's output cannot.
bool ruleAsksForInput();

/// The rule for a ReLU that is about to be computed, which the guard counts.
ReluRule takeReluRule();

/// The gradient of a ReLU's input, by a rule that does not ask for it. The output tells where the input is
/// above 0.
at::Tensor reluGradient(const at::Tensor &gradient, const at::Tensor &output, ReluRule rule);

/// The same by ReluRule::Redirected; `isBelow` says where the input is below 0. The first axis is that of
/// pictures.
at::Tensor redirectedGradient(const at::Tensor &gradient, const at::Tensor &isBelow);

/// A ReLU with the rule that holds. Keeps autograd's graph.
at::Tensor reluWithRule(const at::Tensor &values);

} // namespace convscope
