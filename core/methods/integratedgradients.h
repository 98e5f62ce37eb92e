#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/explain/mapform.h"
#include "core/methods/baseline.h"
#include "core/network/network.h"

#include <memory>
#include <vector>

namespace convscope {

class IntegratedGradientsRun;

/// Where on the way from the baseline to the photo gradients are taken, and how each counts.
enum class IntegrationRule
{
    GaussLegendre,
    Left, ///< the beginning of each of n equal intervals
    Right, ///< the end of each
    Middle, ///< the middle of each
    Trapezoid, ///< both ends of n − 1 equal intervals
};
template <> struct Words<IntegrationRule>
{
    static constexpr std::array all{"gausslegendre", "left", "right", "middle", "trapezoid"};
};

/// A place on the way from 0, the baseline, to 1, the photo, and its part in the sum that stands for the
/// integral.
struct IntegrationNode
{
    double position = 0;
    double weight = 0;
};

/// One of the n ≥ 2 nodes of a rule; `place` counts them by rising position. Their weights add up to 1.
IntegrationNode integrationNode(IntegrationRule rule, int count, int place);

struct IntegratedGradientsOptions
{
    Target target = {};
    int gradients = 50; ///< taken along the way; the field "steps"
    IntegrationRule rule = IntegrationRule::GaussLegendre;
    BaselinePicture baseline = BaselinePicture::Black;
    Seed seed = 16; ///< of a baseline of noise
    MapForm map = MapForm::AsIs;

    using Run = IntegratedGradientsRun;
    static constexpr MethodTraits traits{.name = "integrated",
        .files = "integrated",
        .answer = AnswerKind::Attribution,
        .meaning = Meaning::Evidence,
        .needsGradients = true,
        .explainsFilters = true,
        .isSlow = true};
    int steps() const { return gradients; }

    bool operator==(const IntegratedGradientsOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("steps", self.gradients, Bounds{2, 10000});
        visit("rule", self.rule, Bounds{});
        visit("baseline", self.baseline, Bounds{});
        visit("seed", self.seed, Seed::bounds);
        visit("map", self.map, Bounds{});
    }
};

/// Integrated gradients: (x − b)·Σ_i w_i ∂ logit / ∂ x at b + t_i (x − b), from the baseline b to the photo
/// x. 3×H×W, signed, in units of the logit. Its sum is to be logit(x) − logit(b), and `completeness` says how
/// nearly it is. Sundararajan, Taly, Yan, "Axiomatic Attribution for Deep Networks", arXiv:1703.01365. A few
/// gradients a step.
class IntegratedGradientsRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange, InvalidOption.
    IntegratedGradientsRun(const Network &network, Photo photo, const IntegratedGradientsOptions &options);
    ~IntegratedGradientsRun() override;
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override;

    /// Whether result() is valid: with the rules left, right and middle, whose gradients count alike and are
    /// taken here and there along the way, from the first gradient on; with the others at the end.
    bool hasResult() const;
    Attribution result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
