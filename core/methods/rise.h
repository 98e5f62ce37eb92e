#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/explain/mapform.h"
#include "core/network/network.h"

#include <memory>

namespace convscope {

class RiseRun;

struct RiseOptions
{
    Target target = {};
    int masks = 1000;
    int cells = 8; ///< of a mask, along each side
    double keep = 0.5; ///< probability that a cell is shown
    bool normalise = false; ///< divide by what each pixel was shown, not by what is expected
    Seed seed = 16;
    bool stopWhenStable = false;
    MapForm map = MapForm::AsIs;

    using Run = RiseRun;
    static constexpr MethodTraits traits{.name = "rise",
        .files = "rise",
        .answer = AnswerKind::Attribution,
        .meaning = Meaning::Relevance,
        .explainsFilters = true,
        .isSlow = true,
        .minShown = 50};
    int steps() const { return masks; }

    bool operator==(const RiseOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visit("masks", self.masks, Bounds{1, 1000000});
        visit("cells", self.cells, Bounds{2, 32});
        visit("keep", self.keep, Bounds{0.01, 0.99});
        visit("normalise", self.normalise, Bounds{});
        visit("seed", self.seed, Seed::bounds);
        visit("stop-when-stable", self.stopWhenStable, Bounds{});
        visit("map", self.map, Bounds{});
    }
};

/// RISE: Σ_i p(x·m_i)·m_i / (N·keep) over random masks m_i, where p is the probability of the class: 1×H×W.
/// Only differences between pixels mean something. With `normalise` each pixel is divided by Σ_i m_i + 1e-4
/// there instead, as Xplique does. A mask is a grid of cells, shown or black, stretched smoothly to more than
/// the picture's size and cut out at a random place. Petsiuk, Das, Saenko, "RISE: Randomized Input Sampling
/// for Explanation of Black-box Models", arXiv:1806.07421. A few masks a step; result() is valid once
/// progress().done ≥ 1, and then is the mean over the masks done, with the standard errors of how far its
/// values lie from their mean.
class RiseRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange, InvalidOption.
    RiseRun(const Network &network, Photo photo, const RiseOptions &options);
    ~RiseRun() override;
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    bool step() override;
    Progress progress() const override;
    Attribution result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
