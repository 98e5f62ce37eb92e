#pragma once

#include "core/explain/mapform.h"
#include "core/methods/onegradient.h"

namespace convscope {

class InputXGradientRun;

struct InputXGradientOptions
{
    Target target = {};
    MapForm map = MapForm::AsIs;

    using Run = InputXGradientRun;
    static constexpr MethodTraits traits{.name = "inputxgradient",
        .files = "inputxgradient",
        .answer = AnswerKind::Attribution,
        .meaning = meaningOf(GradientForm::InputXGradient),
        .needsGradients = true,
        .passes = 3,
        .explainsFilters = true};
    int steps() const { return 1; }

    bool operator==(const InputXGradientOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("map", self.map, Bounds{});
    }
};

/// Input × gradient: x·∂ logit / ∂ x, 3×H×W, signed, in units of the logit. Shrikumar, Greenside, Shcherbina,
/// Kundaje, "Not Just a Black Box: Learning Important Features Through Propagating Activation Differences",
/// arXiv:1605.01713. One step.
class InputXGradientRun : public OneGradientRun
{
public:
    InputXGradientRun(const Network &network, Photo photo, const InputXGradientOptions &options)
        : OneGradientRun(network, std::move(photo), options.target, GradientForm::InputXGradient)
    {
    }
};

} // namespace convscope
