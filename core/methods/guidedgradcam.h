#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/explain/mapform.h"
#include "core/network/network.h"

#include <memory>

namespace convscope {

class GuidedGradCamRun;

struct GuidedGradCamOptions
{
    Target target = {};
    LayerId layer;
    MapForm map = MapForm::AsIs;

    using Run = GuidedGradCamRun;
    static constexpr MethodTraits traits{.name = "guidedgradcam",
        .files = "guidedgradcam",
        .answer = AnswerKind::Attribution,
        .meaning = Meaning::Slope,
        .needsGradients = true,
        .passes = 5,
        .minDone = 2,
        .minShown = 2};
    int steps() const { return 2; }

    bool operator==(const GuidedGradCamOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("layer", self.layer, LayerId::bounds);
        visit("map", self.map, Bounds{});
    }
};

/// Guided Grad-CAM: guided backprop times max(Grad-CAM, 0), the raw map, brought to the picture's size by its
/// nearest values. 3×H×W, signed. Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via
/// Gradient-based Localization", arXiv:1610.02391. The first step is Grad-CAM's, the second one guided
/// backprop's; result() is valid after both.
class GuidedGradCamRun : public Computation
{
public:
    /// The network must outlive the run.
    /// Throws Error: ClassOutOfRange, NoSuchLayer, LayerWithoutMaps, InvalidOption.
    GuidedGradCamRun(const Network &network, Photo photo, const GuidedGradCamOptions &options);
    ~GuidedGradCamRun() override;
    /// Throws Error: NotFinite, NetworkWithoutReLU, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override;
    const Attribution &result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
