#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/network/network.h"

#include <vector>

namespace convscope {

class GradCamRun;

struct GradCamOptions
{
    Target target = {};
    LayerId layer;

    using Run = GradCamRun;
    static constexpr MethodTraits traits{.name = "gradcam",
        .files = "gradcam",
        .answer = AnswerKind::Attribution,
        .meaning = Meaning::Relevance,
        .needsGradients = true,
        .passes = 2};
    int steps() const { return 1; }

    bool operator==(const GradCamOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("layer", self.layer, LayerId::bounds);
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

/// Grad-CAM at each of these layers, from one pass. Where they are many, it takes longer than a step should.
/// Throws Error: ClassOutOfRange, NoSuchLayer, LayerWithoutMaps, NotFinite, OutOfMemory, Internal.
std::vector<Attribution> gradCamAtLayers(
    const Network &network, const Photo &photo, const Target &target, const std::vector<int> &layers);

} // namespace convscope
