#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/explain/mapform.h"
#include "core/methods/baseline.h"
#include "core/network/network.h"

#include <memory>

namespace convscope {

class DeepLiftRun;

struct DeepLiftOptions
{
    Target target = {};
    BaselinePicture baseline = BaselinePicture::Black;
    Seed seed = 16; ///< of a baseline of noise
    MapForm map = MapForm::AsIs;

    using Run = DeepLiftRun;
    static constexpr MethodTraits traits{.name = "deeplift",
        .files = "deeplift",
        .answer = AnswerKind::Attribution,
        .meaning = Meaning::Evidence,
        .passes = 10};
    int steps() const { return 0; } ///< follows from the network

    bool operator==(const DeepLiftOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("baseline", self.baseline, Bounds{});
        visit("seed", self.seed, Seed::bounds);
        visit("map", self.map, Bounds{});
    }
};

/// DeepLIFT with the rescale rule: photo and baseline run through the network side by side, and each module
/// hands down how much its output differs for each difference of its input. 3×H×W, signed, in units of the
/// logit. Its sum is logit(photo) − logit(baseline) up to rounding. Shrikumar, Greenside, Kundaje, "Learning
/// Important Features Through Propagating Activation Differences", arXiv:1704.02685. A module with weights a
/// step.
class DeepLiftRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange, InvalidOption.
    DeepLiftRun(const Network &network, Photo photo, const DeepLiftOptions &options);
    ~DeepLiftRun() override;
    /// Throws Error: NoRuleFor, NotFinite, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override;
    bool hasResult() const;
    const Attribution &result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
