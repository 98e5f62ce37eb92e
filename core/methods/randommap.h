#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/network/network.h"

namespace convscope {

class RandomMapRun;

struct RandomMapOptions
{
    Target target = {};
    int cell = 1; ///< pixels a side that share a random number
    Seed seed = 16;

    using Run = RandomMapRun;
    static constexpr MethodTraits traits{.name = "random",
        .files = "random",
        .answer = AnswerKind::Attribution,
        .meaning = Meaning::Relevance};
    int steps() const { return 1; }

    bool operator==(const RandomMapOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("cell", self.cell, Bounds{1, 1000});
        visit("seed", self.seed, Seed::bounds);
    }
};

/// A rival of all explanations, to compare them with: uniform noise in [0, 1), 1×H×W, with which neither the
/// network nor the photo has anything to do. NumPy's RandomState(seed).random_sample((⌈H/cell⌉, ⌈W/cell⌉)),
/// stretched to the picture's size as interpolated() does. A map that is as coarse as those it is compared
/// with is the fairer rival: noise of single pixels destroys a photo faster than any smooth map. The target
/// is what others measure the map for; the network is asked for it alone. One step.
class RandomMapRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange, InvalidOption.
    RandomMapRun(const Network &network, Photo photo, const RandomMapOptions &options);
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override;
    const Attribution &result() const { return m_result; }

private:
    const Network &m_network;
    Photo m_photo;
    RandomMapOptions m_options;
    bool m_done = false;
    Attribution m_result;
};

} // namespace convscope
