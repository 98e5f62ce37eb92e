#pragma once

#include "core/explain/measure.h"
#include "core/measures/hidingpicture.h"

namespace convscope {

/// The probability of the class that is left where a share of the pixels is hidden, the hottest. Details:
/// "before", the probability for the photo itself, and "relative", what is left of it; that is missing where
/// there was none. Equal pixels in a random order (pixelOrder).
///
/// It has nothing to say where so small a share is no pixel or so large a one is all of them, of a heat that
/// orders no pixels, nor where the map is about no class or the network tells no probabilities.
struct TopHiddenOptions
{
    double share = 0.1;
    HidingPicture hidden = HidingPicture::Black;
    Seed seed = 16; ///< of the order of equal pixels

    MeasureTraits traits() const
    {
        return {.name = "top-hidden",
            .needsNetwork = true,
            .range = {0, 1},
            .better = Better::Lower,
            .passes = 2};
    }
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("share", self.share, Bounds{0, 1});
        visit("hidden", self.hidden, Bounds{});
        visit("seed", self.seed, Seed::bounds);
    }
};

/// Throws Error: InvalidOption, ClassOutOfRange, OutOfMemory, Internal; its steps NotFinite besides.
std::unique_ptr<Measurement> startMeasurement(const MeasureInput &input, const TopHiddenOptions &options);

} // namespace convscope
