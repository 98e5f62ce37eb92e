#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/methods/superpixels.h"
#include "core/network/network.h"

#include <memory>

namespace convscope {

class LimeRun;

struct LimeOptions
{
    Target target;
    Seed seed = 16;
    int samples = 1000;
    bool stopWhenStable = false; ///< end before that once the mask has settled (core/methods/convergence.h)
    SlicOptions slic;
    int features = 11; ///< superpixels marked: the largest weights first
    double minWeight = 0.05; ///< of these, the ones at least this large; in units of the score
    Score score = Score::Logits;
    std::uint64_t streamOffset = 0; ///< 32-bit outputs of mt19937(seed) drawn before this photo

    using Run = LimeRun;
    static constexpr MethodTraits traits{.name = "lime",
        .files = "",
        .answer = AnswerKind::SuperpixelWeights,
        .explainsFilters = true,
        .hasErrors = true,
        .isSlow = true,
        .minDone = 2,
        .minShown = 100};
    int steps() const { return samples; }
    Marking marking() const { return {features, minWeight}; }

    bool operator==(const LimeOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("seed", self.seed, Seed::bounds);
        visit("samples", self.samples, Bounds{2, 1000000});
        visit("stop-when-stable", self.stopWhenStable, Bounds{});
        visitSlic(self.slic, visit);
        visit("features", self.features, Bounds{0, 100000});
        visit("min-weight", self.minWeight, Bounds{0, 1e9});
        visit("score", self.score, Bounds{});
        visit("stream-offset", self.streamOffset, Bounds{0, 1e10}); // 1e10: 15 s of skipping
    }
};

/// LIME for images, as the `lime` package computes it (Ribeiro, Singh, Guestrin, "Why Should I Trust You?",
/// arXiv:1602.04938): superpixels hidden at random by their mean colour, weighted ridge regression (alpha 1,
/// exponential kernel of width 0.25 on the cosine distance). All classes come from the same passes.
/// A few samples a step; result() is valid once progress().done ≥ 2, and is the same that a run of as many
/// samples gives.
class LimeRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange, InvalidOption.
    LimeRun(const Network &network, Photo photo, const LimeOptions &options);
    ~LimeRun() override;
    bool step() override;
    Progress progress() const override;
    SuperpixelWeights result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
