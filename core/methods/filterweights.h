#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/network/network.h"

namespace convscope {

class FilterWeightsRun;

struct FilterWeightsOptions
{
    Target target = {};
    LayerId layer;

    using Run = FilterWeightsRun;
    static constexpr MethodTraits traits{.name = "filterweights",
        .files = "filterweights",
        .answer = AnswerKind::FilterWeights,
        .needsGradients = true,
        .passes = 2};
    int steps() const { return 1; }

    bool operator==(const FilterWeightsOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("layer", self.layer, LayerId::bounds);
    }
};

/// Which filters of a layer made the class win: the weight of filter k is Σ (∂ score / ∂ A_k)·A_k over the
/// places of its map A_k, in units of the score. To first order it is how much the score falls where the
/// filter is set to 0. Captum calls the map LayerGradientXActivation. Shrikumar, Greenside, Shcherbina,
/// Kundaje, "Not Just a Black Box", arXiv:1605.01713. One step.
class FilterWeightsRun : public Computation
{
public:
    /// The network must outlive the run.
    /// Throws Error: ClassOutOfRange, NoSuchLayer, LayerWithoutMaps, InvalidOption.
    FilterWeightsRun(const Network &network, Photo photo, const FilterWeightsOptions &options);
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override { return {m_done ? 1 : 0, 1}; }
    const FilterWeights &result() const { return m_result; }

private:
    const Network &m_network;
    Photo m_photo;
    FilterWeightsOptions m_options;
    bool m_done = false;
    FilterWeights m_result;
};

} // namespace convscope
