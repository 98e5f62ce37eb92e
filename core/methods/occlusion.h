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

class OcclusionRun;

struct OcclusionOptions
{
    Target target = {};
    int window = 16; ///< pixels a side
    int stride = 8; ///< pixels from one window to the next, either way
    BaselinePicture fill = BaselinePicture::Black; ///< what a window shows in place of the photo
    Seed seed = 16; ///< of a fill of noise
    MapForm map = MapForm::AsIs;

    using Run = OcclusionRun;
    static constexpr MethodTraits traits{.name = "occlusion",
        .files = "occlusion",
        .answer = AnswerKind::Attribution,
        .meaning = Meaning::Evidence,
        .explainsFilters = true,
        .isSlow = true,
        .minShown = 16};
    int steps() const { return 0; } ///< not known before the picture's size is

    bool operator==(const OcclusionOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("window", self.window, Bounds{1, 100000});
        visit("stride", self.stride, Bounds{1, 100000});
        visit("fill", self.fill, Bounds{});
        visit("seed", self.seed, Seed::bounds);
        visit("map", self.map, Bounds{});
    }
};

/// Occlusion: how much the logit falls where a square window is filled. Windows lie at 0, stride, 2·stride,
/// …, the last one of a side cut off at the edge. A pixel's value is the mean of logit(photo) − logit(photo
/// with the window filled) over the windows done that cover it, 0 where none does: 1×H×W, signed, in units of
/// the logit. Zeiler, Fergus, "Visualizing and Understanding Convolutional Networks", arXiv:1311.2901. A few
/// windows a step, a coarse grid first and then the gaps; result() is valid once progress().done ≥ 1.
class OcclusionRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange, InvalidOption.
    OcclusionRun(const Network &network, Photo photo, const OcclusionOptions &options);
    ~OcclusionRun() override;
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override;
    Attribution result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
