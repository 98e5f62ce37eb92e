#pragma once

#include "core/explain/measure.h"

#include <array>

namespace convscope {

/// What is told of the probability q behind the photo times its map, and p of the photo itself.
enum class ConfidenceValue
{
    Drop, ///< max(0, p − q)/p
    Increase, ///< 1 where q > p, else 0
    Gain, ///< max(0, q − p)/(1 − p)
};
template <> struct Words<ConfidenceValue>
{
    static constexpr std::array all{"average-drop", "increase", "average-gain"};
};

/// Average drop, increase and gain of one photo; they are averages over photos. The photo is multiplied by
/// its heat, which is divided by its largest value. Details: "before", which is p, "after", q, and "area",
/// the mean of that heat: a map of ones has no drop at all and the area 1. Chattopadhay et al., "Grad-CAM++",
/// arXiv:1710.11063; Zhang et al., "Opti-CAM", arXiv:2301.07002.
///
/// It has nothing to say of a heat that is 0 everywhere or not finite, where the map is about no class, where
/// the network tells no probabilities, of a drop where p is 0, nor of a gain where p is 1.
struct MaskedConfidenceOptions
{
    ConfidenceValue value = ConfidenceValue::Drop;

    MeasureTraits traits() const
    {
        return {.name = word(value),
            .needsNetwork = true,
            .range = {0, 1},
            .better = value == ConfidenceValue::Drop ? Better::Lower : Better::Higher,
            .passes = 2};
    }
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("value", self.value, Bounds{});
    }
};

/// Throws Error: ClassOutOfRange, OutOfMemory, Internal; its steps NotFinite besides.
std::unique_ptr<Measurement> startMeasurement(
    const MeasureInput &input, const MaskedConfidenceOptions &options);

} // namespace convscope
