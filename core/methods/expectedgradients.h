#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/explain/mapform.h"
#include "core/network/network.h"

#include <memory>

namespace convscope {

class ExpectedGradientsRun;

/// In which order random numbers are drawn.
enum class DrawOrder
{
    Captum, ///< the baselines of all samples, then the places of all
    Shap, ///< baseline and place of one sample after the other
};
template <> struct Words<DrawOrder>
{
    static constexpr std::array all{"captum", "shap"};
};

struct ExpectedGradientsOptions
{
    Target target = {};
    int samples = 50;
    double sigma = 0; ///< deviation of the noise on the photo, in parts of its range, largest less least
    DrawOrder order = DrawOrder::Captum;
    Seed seed = 16;
    bool stopWhenStable = false;
    MapForm map = MapForm::AsIs;

    using Run = ExpectedGradientsRun;
    static constexpr MethodTraits traits{.name = "expectedgradients",
        .files = "expectedgradients",
        .answer = AnswerKind::Attribution,
        .meaning = Meaning::Evidence,
        .needsGradients = true,
        .explainsFilters = true,
        .isSlow = true,
        .minShown = 4};
    int steps() const { return samples; }

    bool operator==(const ExpectedGradientsOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("samples", self.samples, Bounds{1, 100000});
        visit("sigma", self.sigma, Bounds{0, 10});
        visit("order", self.order, Bounds{});
        visit("seed", self.seed, Seed::bounds);
        visit("stop-when-stable", self.stopWhenStable, Bounds{});
        visit("map", self.map, Bounds{});
    }
};

/// Expected gradients, GradientSHAP: the mean over samples of (x − b)·∂ logit / ∂ x at a·x + (1 − a)·b, with
/// b drawn from black and white, a uniform in [0, 1), and normal noise on x where sigma is above 0. 3×H×W,
/// signed, in units of the logit. Its sum is to be logit(x) less the mean logit of black and white. Erion,
/// Janizek, Sturmfels, Lundberg, Lee, "Improving performance of deep learning models with axiomatic
/// attribution priors and expected gradients", arXiv:1906.10670. It has standard errors. A few samples a
/// step; result() is valid once progress().done ≥ 1.
class ExpectedGradientsRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange, InvalidOption.
    ExpectedGradientsRun(const Network &network, Photo photo, const ExpectedGradientsOptions &options);
    ~ExpectedGradientsRun() override;
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override;
    Attribution result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
