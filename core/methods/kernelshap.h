#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/methods/superpixels.h"
#include "core/network/network.h"

#include <memory>

namespace convscope {

class KernelShapRun;

struct KernelShapOptions
{
    Target target = {};
    Seed seed = 16;
    int samples = 1000;
    bool stopWhenStable = false; ///< end before that once the mask has settled (core/methods/convergence.h)
    SlicOptions slic = {};
    SuperpixelFill fill = SuperpixelFill::Mean; ///< what a hidden superpixel shows
    Marking marking = {};

    using Run = KernelShapRun;
    static constexpr MethodTraits traits{.name = "kernelshap",
        .files = "kernelshap",
        .answer = AnswerKind::SuperpixelWeights,
        .explainsFilters = true,
        .hasErrors = true,
        .isSlow = true};
    int steps() const { return samples; }

    bool operator==(const KernelShapOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("seed", self.seed, Seed::bounds);
        visit("samples", self.samples, Bounds{2, 1000000});
        visit("stop-when-stable", self.stopWhenStable, Bounds{});
        visitSlic(self.slic, visit);
        visit("fill", self.fill, Bounds{});
        visitMarking(self.marking, visit);
    }
};

/// KernelSHAP on superpixels: Shapley values of the game in which a coalition of superpixels is shown, the
/// others are hidden, and the logit is what the coalition earns. They are estimated from some coalitions by
/// weighted least squares, as shap's KernelExplainer does it with l1_reg=False; they add up to logit(photo) −
/// logit(all hidden) exactly. Lundberg, Lee, "A Unified Approach to Interpreting Model Predictions",
/// arXiv:1705.07874. All classes come from the same passes. Coalitions are chosen by
/// core/methods/coalitions.h, four or more for each superpixel whatever is asked, since fewer may not
/// determine the values. The photo and the hidden photo are shown too, and do not count as samples. A few
/// samples a step.
class KernelShapRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange, InvalidOption.
    KernelShapRun(const Network &network, Photo photo, const KernelShapOptions &options);
    ~KernelShapRun() override;
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override;

    /// Whether result() is valid: with two random samples for each superpixel, or at the end.
    bool hasResult() const;
    SuperpixelWeights result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
