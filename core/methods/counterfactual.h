#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/methods/superpixels.h"
#include "core/network/network.h"

#include <memory>

namespace convscope {

class CounterfactualRun;

struct CounterfactualOptions
{
    Target target = {}; ///< a class; without another to compare it with, the strongest other one
    SlicOptions slic = {};
    SuperpixelFill fill = SuperpixelFill::Mean; ///< what the hidden superpixels show
    int maxHidden = 8;

    using Run = CounterfactualRun;
    static constexpr MethodTraits traits{.name = "counterfactual",
        .files = "counterfactual",
        .answer = AnswerKind::SuperpixelWeights,
        .comparesClasses = true,
        .isSlow = true};
    int steps() const { return 0; } ///< not known before the photo is cut

    bool operator==(const CounterfactualOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("target", self.target, Bounds{});
        visitSlic(self.slic, visit);
        visit("fill", self.fill, Bounds{});
        visit("max-hidden", self.maxHidden, Bounds{1, 1000});
    }
};

/// The superpixels to hide until the network says another class: time and again the one without which the
/// lead of the class, logit A − logit B, falls most, until B is ahead or `maxHidden` are hidden. A greedy
/// search: fewer may do. The weight of a hidden superpixel is how much the lead fell with it, in logits; the
/// others have none. After Martens, Provost, "Explaining Data-Driven Document Classifications", MIS Quarterly
/// 2014, who take words out of a text. A few superpixels a step; result() is valid once hasResult().
class CounterfactualRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange, InvalidOption.
    CounterfactualRun(const Network &network, Photo photo, const CounterfactualOptions &options);
    ~CounterfactualRun() override;
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    bool step() override;
    /// In superpixels tried, of those that are tried at most.
    Progress progress() const override;
    /// Once it is known which superpixel is hidden first, or that none need be.
    bool hasResult() const;
    SuperpixelWeights result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
