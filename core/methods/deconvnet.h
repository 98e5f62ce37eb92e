#pragma once

#include "core/explain/mapform.h"
#include "core/methods/onegradient.h"

namespace convscope {

class DeconvnetRun;

struct DeconvnetOptions
{
    Target target = {};
    MapForm map = MapForm::AsIs;

    using Run = DeconvnetRun;
    static constexpr MethodTraits traits{.name = "deconvnet",
        .files = "deconvnet",
        .answer = AnswerKind::Attribution,
        .meaning = meaningOf(GradientForm::Deconvnet),
        .needsGradients = true,
        .passes = 3,
        .explainsFilters = true};
    int steps() const { return 1; }

    bool operator==(const DeconvnetOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("map", self.map, Bounds{});
    }
};

/// Deconvnet: ∂ logit / ∂ x, where each ReLU sends back what is above 0 of the gradient that reaches it,
/// whatever its input is. 3×H×W, signed, as no ReLU lies before the first convolution. Throws Error:
/// NetworkWithoutReLU from its step. Zeiler, Fergus, "Visualizing and Understanding Convolutional Networks",
/// arXiv:1311.2901. One step.
class DeconvnetRun : public OneGradientRun
{
public:
    DeconvnetRun(const Network &network, Photo photo, const DeconvnetOptions &options)
        : OneGradientRun(network, std::move(photo), options.target, GradientForm::Deconvnet)
    {
    }
};

} // namespace convscope
