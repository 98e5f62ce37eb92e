#pragma once

#include "core/explain/measure.h"
#include "core/measures/hidingpicture.h"

namespace convscope {

/// What is told of the two curves.
enum class RemovalValue
{
    Deletion, ///< the area under the curve as the hottest pixels are hidden
    Insertion, ///< the area under the curve as the hottest pixels come back
    Difference, ///< insertion less deletion
};
template <> struct Words<RemovalValue>
{
    static constexpr std::array all{"deletion", "insertion", "insertion-deletion"};
};

/// How the area under a curve is taken.
enum class AreaRule
{
    Shares, ///< trapezoids as wide as the share of the pixels that each step changes
    EqualSteps, ///< trapezoids of one width, though the last step may be a short one: RISE's
};
template <> struct Words<AreaRule>
{
    static constexpr std::array all{"shares", "equal-steps"};
};

/// Deletion and insertion: the probability of the class as pixels are hidden, the hottest first, and as they
/// come back into a picture in which all are hidden. Equal pixels in a random order (pixelOrder). The curve
/// is over the share of pixels changed; that of the difference is insertion less deletion. With 128 pixels a
/// step, NetworkMean, RiseBlur and EqualSteps it is RISE's. Petsiuk, Das, Saenko, "RISE: Randomized Input
/// Sampling for Explanation of Black-box Models", arXiv:1806.07421.
///
/// It has nothing to say of a heat that orders no pixels, nor where the map is about no class or the network
/// tells no probabilities.
struct RemovalOptions
{
    RemovalValue value = RemovalValue::Difference;
    int steps = 20; ///< of ⌈pixels/steps⌉ pixels each, the last one shorter
    int pixelsAStep = 0; ///< in place of `steps`; 0: as those say
    HidingPicture hidden = HidingPicture::Black; ///< of deletion
    HidingPicture start = HidingPicture::Blurred; ///< of insertion
    AreaRule area = AreaRule::Shares;
    Seed seed = 16; ///< of the order of equal pixels

    MeasureTraits traits() const
    {
        const bool isDifference = value == RemovalValue::Difference;
        return {.name = word(value),
            .needsNetwork = true,
            .range = {isDifference ? -1.0 : 0.0, 1},
            .better = value == RemovalValue::Deletion ? Better::Lower : Better::Higher,
            .passes = isDifference ? 2 * steps + 1 : steps + 1};
    }
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("value", self.value, Bounds{});
        visit("steps", self.steps, Bounds{1, 100000});
        visit("pixels-a-step", self.pixelsAStep, Bounds{0, 1e9});
        visit("hidden", self.hidden, Bounds{});
        visit("start", self.start, Bounds{});
        visit("area", self.area, Bounds{});
        visit("seed", self.seed, Seed::bounds);
    }
};

/// Throws Error: InvalidOption, ClassOutOfRange, OutOfMemory, Internal; its steps NotFinite besides.
std::unique_ptr<Measurement> startMeasurement(const MeasureInput &input, const RemovalOptions &options);

} // namespace convscope
