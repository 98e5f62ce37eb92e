#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/network/network.h"

#include <memory>

namespace convscope {

class GradCamLayersRun;

/// The layers that are looked at, of those that have maps and hold no others.
enum class WhichLayers
{
    All,
    Convolutions,
    Sizes, ///< the last one of each size of map
};
template <> struct Words<WhichLayers>
{
    static constexpr std::array all{"all", "convolutions", "sizes"};
};

/// Their places in NetworkInfo::layers, in the order in which forward runs them. Of a network whose
/// convolutions are not modules of their own, all layers.
std::vector<int> layersOf(const NetworkInfo &info, WhichLayers which);

struct GradCamLayersOptions
{
    Target target = {};
    WhichLayers layers = WhichLayers::All;

    using Run = GradCamLayersRun;
    static constexpr MethodTraits traits{.name = "gradcamlayers",
        .files = "gradcamlayers",
        .answer = AnswerKind::LayerMaps,
        .needsGradients = true,
        .passes = 10};
    int steps() const { return 0; } ///< not known before the network is

    bool operator==(const GradCamLayersOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("layers", self.layers, Bounds{});
    }
};

/// Grad-CAM at many layers from one pass; see GradCamRun. The pass is one step, then each step makes the maps
/// of a few layers; result() is valid once all are made.
class GradCamLayersRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange, InvalidOption, LayerWithoutMaps where
    /// no layer has maps.
    GradCamLayersRun(const Network &network, Photo photo, const GradCamLayersOptions &options);
    ~GradCamLayersRun() override;
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override;
    bool hasResult() const;
    const LayerMaps &result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
