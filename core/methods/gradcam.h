#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/explain/mapform.h"
#include "core/network/network.h"

namespace convscope {

class GradCamRun;

struct GradCamOptions
{
    Target target = {};
    LayerId layer;
    MapForm map = MapForm::AsIs;

    using Run = GradCamRun;
    static constexpr MethodTraits traits{.name = "gradcam",
        .files = "gradcam",
        .answer = AnswerKind::Attribution,
        .meaning = Meaning::Relevance,
        .needsGradients = true,
        .passes = 2};
    int steps() const { return 1; }
    /// Between two classes it has two sides: it is the difference of their maps.
    Meaning meaning() const { return target.against ? Meaning::Evidence : traits.meaning; }

    bool operator==(const GradCamOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("layer", self.layer, LayerId::bounds);
        visit("map", self.map, Bounds{});
    }
};

/// Grad-CAM: Σ_k mean(∂ score / ∂ A_k)·A_k over the channels k of a layer's output A, K×h×w; the mean is over
/// h×w. The map is 1×h×w, the layer's size, signed, without the ReLU that finishedCam() begins with.
/// Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based Localization",
/// arXiv:1610.02391. One step.
class GradCamRun : public Computation
{
public:
    /// The network must outlive the run.
    /// Throws Error: ClassOutOfRange, NoSuchLayer, LayerWithoutMaps, InvalidOption.
    GradCamRun(const Network &network, Photo photo, const GradCamOptions &options);
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override;
    const Attribution &result() const { return m_result; }

private:
    const Network &m_network;
    Photo m_photo;
    GradCamOptions m_options;
    bool m_done = false;
    Attribution m_result;
};

} // namespace convscope
