#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/explain/mapform.h"
#include "core/network/network.h"

#include <memory>

namespace convscope {

class LrpRun;

/// Which rule each kind of module has, by zennit's names: of convolutions, and of the first of them where it
/// has another. Linear layers always have epsilon.
enum class LrpComposite
{
    EpsilonPlusFlat, ///< z-plus, flat
    EpsilonPlus, ///< z-plus
    EpsilonAlpha2Beta1Flat, ///< alpha 2 beta 1, flat
    EpsilonAlpha2Beta1, ///< alpha 2 beta 1
    EpsilonGammaBox, ///< gamma, box
    Epsilon, ///< epsilon
};
template <> struct Words<LrpComposite>
{
    static constexpr std::array all{"epsilon-plus-flat", "epsilon-plus", "epsilon-alpha2-beta1-flat",
        "epsilon-alpha2-beta1", "epsilon-gamma-box", "epsilon"};
};

struct LrpOptions
{
    Target target = {};
    LrpComposite composite = LrpComposite::EpsilonPlusFlat;
    MapForm map = MapForm::AsIs;

    using Run = LrpRun;
    static constexpr MethodTraits traits{.name = "lrp",
        .files = "lrp",
        .answer = AnswerKind::Attribution,
        .meaning = Meaning::Evidence,
        .passes = 10};
    int steps() const { return 0; } ///< follows from the network

    bool operator==(const LrpOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("composite", self.composite, Bounds{});
        visit("map", self.map, Bounds{});
    }
};

/// Layer-wise relevance propagation: the logit is handed down from module to module, and each divides what it
/// gets among its inputs, until it is divided among the values of the picture. 3×H×W, signed, in units of the
/// logit. `completeness` says how much of the logit arrived; biases keep the rest. Bach et al., "On
/// Pixel-Wise Explanations for Non-Linear Classifier Decisions by Layer-Wise Relevance Propagation", PLoS ONE
/// 10(7), 2015. A module with weights a step.
class LrpRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange, InvalidOption.
    LrpRun(const Network &network, Photo photo, const LrpOptions &options);
    ~LrpRun() override;
    /// Throws Error: NoRuleFor, NotFinite, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override;
    bool hasResult() const;
    const Attribution &result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
