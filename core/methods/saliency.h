#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/network/network.h"

namespace convscope {

class SaliencyRun;

struct SaliencyOptions
{
    Target target;
    Objective objective = Objective::Loss;

    using Run = SaliencyRun;
    static constexpr MethodTraits traits{
        .name = "saliency", .files = "saliency", .answer = AnswerKind::Attribution, .needsGradients = true};
    int steps() const { return 1; }

    bool operator==(const SaliencyOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("objective", self.objective, Bounds{});
    }
};

/// Saliency: |∂ cross-entropy(logits, target) / ∂ input|, or |∂ logit / ∂ input|, min-max normalised over all
/// channels: 3×H×W in [0, 1], stretched from the smallest and largest |∂|. Simonyan, Vedaldi, Zisserman,
/// "Deep Inside Convolutional Networks", arXiv:1312.6034. One step.
class SaliencyRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange.
    SaliencyRun(const Network &network, Photo photo, const SaliencyOptions &options);
    bool step() override;
    Progress progress() const override;
    const Attribution &result() const { return m_result; }

private:
    const Network &m_network;
    Photo m_photo;
    SaliencyOptions m_options;
    bool m_done = false;
    Attribution m_result;
};

} // namespace convscope
