#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/explain/mapform.h"
#include "core/methods/onegradient.h"
#include "core/network/network.h"

#include <memory>

namespace convscope {

class SmoothGradRun;

/// What is made of the gradients of many noisy copies of a photo.
enum class SmoothGradKind
{
    SmoothGrad, ///< their mean
    Squared, ///< the mean of their squares
    VarGrad, ///< their variance
};
template <> struct Words<SmoothGradKind>
{
    static constexpr std::array all{"smoothgrad", "squared", "vargrad"};
};

/// Whose stream of random numbers is drawn from.
enum class RandomStream
{
    Numpy, ///< RandomState(seed)
    Torch, ///< torch.manual_seed(seed)
};
template <> struct Words<RandomStream>
{
    static constexpr std::array all{"numpy", "torch"};
};

struct SmoothGradOptions
{
    Target target = {};
    SmoothGradKind kind = SmoothGradKind::SmoothGrad;
    GradientForm of = GradientForm::Signed;
    int samples = 25;
    double sigma = 0.15; ///< the noise's deviation, in parts of the photo's range, its largest less its least
    Seed seed = 16;
    RandomStream random = RandomStream::Numpy;
    bool stopWhenStable = false; ///< VarGrad, whose error is not known, takes all samples
    MapForm map = MapForm::AsIs;

    using Run = SmoothGradRun;
    static constexpr MethodTraits traits{.name = "smoothgrad",
        .files = "smoothgrad",
        .answer = AnswerKind::Attribution,
        .meaning = Meaning::Slope,
        .needsGradients = true,
        .explainsFilters = true,
        .isSlow = true,
        .minShown = 2};
    int steps() const { return samples; }
    Meaning meaning() const
    {
        return kind == SmoothGradKind::SmoothGrad ? meaningOf(of) : Meaning::Sensitivity;
    }

    bool operator==(const SmoothGradOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("kind", self.kind, Bounds{});
        visit("of", self.of, Bounds{});
        visit("samples", self.samples, Bounds{2, 100000});
        visit("sigma", self.sigma, Bounds{0, 10});
        visit("seed", self.seed, Seed::bounds);
        visit("random", self.random, Bounds{});
        visit("stop-when-stable", self.stopWhenStable, Bounds{});
        visit("map", self.map, Bounds{});
    }
};

/// SmoothGrad: the mean of the gradients of the logit at noisy copies of the photo, 3×H×W, signed; or of what
/// a method makes of one gradient. Smilkov et al., "SmoothGrad: removing noise by adding noise",
/// arXiv:1706.03825. Squared is the mean of the squares: Hooker et al., "A Benchmark for Interpretability
/// Methods in Deep Neural Networks", arXiv:1806.10758. VarGrad is the variance, divided by the number of
/// samples: Adebayo et al., "Local Explanation Methods for Deep Neural Networks Lack Sensitivity to Parameter
/// Values", arXiv:1810.03307. The mean and the squares have standard errors. Integrated gradients are taken
/// at 16 middles on the way from black, one a step. Noisy copies may leave [0, 1]. A few samples a step;
/// result() is valid once progress().done ≥ 1.
class SmoothGradRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange, InvalidOption.
    SmoothGradRun(const Network &network, Photo photo, const SmoothGradOptions &options);
    ~SmoothGradRun() override;
    /// Throws Error: NotFinite, NetworkWithoutReLU, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override;
    Attribution result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
