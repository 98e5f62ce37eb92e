#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/explain/mapform.h"
#include "core/network/network.h"

#include <memory>

namespace convscope {

class BlurIgRun;

/// How the blur's deviation falls from step to step.
enum class BlurSpacing
{
    Linear, ///< by equal parts
    Root, ///< its square falls by equal parts, from sigma
};
template <> struct Words<BlurSpacing>
{
    static constexpr std::array all{"linear", "root"};
};

struct BlurIgOptions
{
    Target target = {};
    int gradients = 100; ///< taken along the way; the field "steps"
    double sigma = 50; ///< deviation of the strongest blur in pixels; with root spacing its square
    BlurSpacing spacing = BlurSpacing::Linear;
    MapForm map = MapForm::AsIs;

    using Run = BlurIgRun;
    static constexpr MethodTraits traits{.name = "blurig",
        .files = "blurig",
        .answer = AnswerKind::Attribution,
        .meaning = Meaning::Evidence,
        .needsGradients = true,
        .explainsFilters = true,
        .isSlow = true,
        .minShown = 8};
    int steps() const { return gradients; }

    bool operator==(const BlurIgOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("steps", self.gradients, Bounds{1, 10000});
        visit("sigma", self.sigma, Bounds{0.1, 10000});
        visit("spacing", self.spacing, Bounds{});
        visit("map", self.map, Bounds{});
    }
};

/// Blur integrated gradients: the integral of ∂ logit / ∂ x along the way on which a blur of the photo falls
/// from sigma to nothing. −Σ_i (σ_{i+1} − σ_i)·(∂ blurred photo / ∂ σ)·∂ logit / ∂ x at the photo blurred by
/// σ_i. 3×H×W, signed, in units of the logit. Its sum is to be the photo's logit less that of the most
/// blurred one. Xu, Venugopalan, Sundararajan, "Attribution in Scale and Space", arXiv:2004.03383. A few
/// gradients a step.
class BlurIgRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange, InvalidOption.
    BlurIgRun(const Network &network, Photo photo, const BlurIgOptions &options);
    ~BlurIgRun() override;
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override;

    /// Whether result() is valid: with linear spacing, whose gradients count alike and are taken here and
    /// there along the way, from the first gradient on; else at the end.
    bool hasResult() const;
    Attribution result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
