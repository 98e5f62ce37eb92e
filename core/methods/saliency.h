#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/explain/mapform.h"
#include "core/network/network.h"

namespace convscope {

class SaliencyRun;
struct ScoreFunction; // core/engine/scorefunction.h

/// What is made of the gradient g of the three channels.
enum class SaliencyKind
{
    Abs, ///< |g|, three channels
    Signed, ///< g, three channels
    Max, ///< the largest |g| of the channels
    Mean, ///< the mean of |g| over the channels
    Sum, ///< the sum of |g| over the channels
    L2, ///< the root of the sum of g² over the channels
};
template <> struct Words<SaliencyKind>
{
    static constexpr std::array all{"abs", "signed", "max", "mean", "sum", "l2"};
};

struct SaliencyOptions
{
    Target target;
    Objective objective = Objective::Loss;
    SaliencyKind kind = SaliencyKind::Abs;
    MapForm map = MapForm::AsIs;

    using Run = SaliencyRun;
    static constexpr MethodTraits traits{.name = "saliency",
        .files = "saliency",
        .answer = AnswerKind::Attribution,
        .needsGradients = true,
        .passes = 3,
        .explainsFilters = true};
    int steps() const { return 1; }
    Meaning meaning() const { return kind == SaliencyKind::Signed ? Meaning::Slope : Meaning::Sensitivity; }

    bool operator==(const SaliencyOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("objective", self.objective, Bounds{});
        visit("kind", self.kind, Bounds{});
        visit("map", self.map, Bounds{});
    }
};

/// Saliency: the gradient of the logit by the input, or of the cross-entropy, in one of several forms. Abs is
/// min-max normalised over all channels: 3×H×W in [0, 1], stretched from the smallest and largest |g|. The
/// others are raw. Signed is 3×H×W; of the cross-entropy it is the gradient of −cross-entropy, the logarithm
/// of the probability, so that above 0 means for the class with both objectives. The rest are 1×H×W.
/// Simonyan, Vedaldi, Zisserman, "Deep Inside Convolutional Networks", arXiv:1312.6034. One step.
class SaliencyRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange.
    SaliencyRun(const Network &network, Photo photo, const SaliencyOptions &options);
    bool step() override;
    Progress progress() const override;
    const Attribution &result() const { return m_result; }

private:
    void setMap(const Map &raw);
    /// Whether the loss's gradient is mostly rounding.
    bool lossIsRounding(const at::Tensor &logits, const ScoreFunction &score) const;
    /// Whether nothing can be seen in the map.
    bool isEmpty() const;

    const Network &m_network;
    Photo m_photo;
    SaliencyOptions m_options;
    bool m_done = false;
    Attribution m_result;
};

} // namespace convscope
