#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/methods/superpixels.h"
#include "core/network/network.h"

#include <memory>

namespace convscope {

class AblationRun;

struct AblationOptions
{
    Target target = {};
    SlicOptions slic = {};
    SuperpixelFill fill = SuperpixelFill::Mean; ///< what the hidden superpixel shows
    Marking marking = {};

    using Run = AblationRun;
    static constexpr MethodTraits traits{.name = "ablation",
        .files = "ablation",
        .answer = AnswerKind::SuperpixelWeights,
        .explainsFilters = true,
        .isSlow = true,
        .minShown = 16};
    int steps() const { return 0; } ///< not known before the photo is cut

    bool operator==(const AblationOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visitSlic(self.slic, visit);
        visit("fill", self.fill, Bounds{});
        visitMarking(self.marking, visit);
    }
};

/// Feature ablation on superpixels: the weight of a superpixel is logit(photo) − logit(photo with it hidden),
/// exact and without random numbers. Zeiler, Fergus, "Visualizing and Understanding Convolutional Networks",
/// arXiv:1311.2901, have squares in place of superpixels. All classes come from the same passes. A few
/// superpixels a step; result() is valid once progress().done ≥ 1, and then has weights for those done.
class AblationRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange, InvalidOption.
    AblationRun(const Network &network, Photo photo, const AblationOptions &options);
    ~AblationRun() override;
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    bool step() override;
    /// In superpixels.
    Progress progress() const override;
    SuperpixelWeights result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
