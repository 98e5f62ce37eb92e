#pragma once

#include "core/explain/mapform.h"
#include "core/methods/onegradient.h"

namespace convscope {

class GuidedBackpropRun;

struct GuidedBackpropOptions
{
    Target target = {};
    MapForm map = MapForm::AsIs;

    using Run = GuidedBackpropRun;
    static constexpr MethodTraits traits{.name = "guidedbackprop",
        .files = "guidedbackprop",
        .answer = AnswerKind::Attribution,
        .meaning = meaningOf(GradientForm::GuidedBackprop),
        .needsGradients = true,
        .passes = 3,
        .explainsFilters = true};
    int steps() const { return 1; }

    bool operator==(const GuidedBackpropOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("map", self.map, Bounds{});
    }
};

/// Guided backprop: ∂ logit / ∂ x, where each ReLU sends back only what is above 0 of the gradient that
/// reaches it, and only where its input is above 0. 3×H×W, signed, as no ReLU lies before the first
/// convolution. Throws Error: NetworkWithoutReLU from its step. Springenberg, Dosovitskiy, Brox, Riedmiller,
/// "Striving for Simplicity: The All Convolutional Net", arXiv:1412.6806. One step.
class GuidedBackpropRun : public OneGradientRun
{
public:
    GuidedBackpropRun(const Network &network, Photo photo, const GuidedBackpropOptions &options)
        : OneGradientRun(network, std::move(photo), options.target, GradientForm::GuidedBackprop)
    {
    }
};

} // namespace convscope
