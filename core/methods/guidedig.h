#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/explain/mapform.h"
#include "core/methods/baseline.h"
#include "core/network/network.h"

#include <memory>

namespace convscope {

class GuidedIgRun;

struct GuidedIgOptions
{
    Target target = {};
    int rounds = 50; ///< the field "steps"
    double fraction = 0.25; ///< of the values, those with the least gradients, that move at a time
    double maxDistance = 0.02; ///< how far a value may be from the straight way, in parts of its way
    BaselinePicture baseline = BaselinePicture::Black;
    Seed seed = 16; ///< of a baseline of noise
    MapForm map = MapForm::AsIs;

    using Run = GuidedIgRun;
    static constexpr MethodTraits traits{.name = "guidedig",
        .files = "guidedig",
        .answer = AnswerKind::Attribution,
        .meaning = Meaning::Evidence,
        .needsGradients = true,
        .explainsFilters = true,
        .isSlow = true};
    int steps() const { return rounds; }

    bool operator==(const GuidedIgOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("steps", self.rounds, Bounds{1, 10000});
        visit("fraction", self.fraction, Bounds{0.001, 1});
        visit("max-distance", self.maxDistance, Bounds{0, 1});
        visit("baseline", self.baseline, Bounds{});
        visit("seed", self.seed, Seed::bounds);
        visit("map", self.map, Bounds{});
    }
};

/// Guided integrated gradients: the integral of ∂ logit / ∂ x along a way from the baseline to the photo on
/// which those values move first whose gradients are least. In each of `steps` rounds the way comes nearer to
/// the photo by one part of the whole, as the sum of |distances| counts. 3×H×W, signed, in units of the
/// logit. Its sum is to be logit(photo) − logit(baseline). Kapishnikov et al., "Guided Integrated Gradients:
/// An Adaptive Path Method for Removing Noise", arXiv:2106.09788. One round, one gradient, a step.
class GuidedIgRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange, InvalidOption.
    GuidedIgRun(const Network &network, Photo photo, const GuidedIgOptions &options);
    ~GuidedIgRun() override;
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override;

    /// Only at the end: a part of the way explains only a part of the photo.
    bool hasResult() const;
    Attribution result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
