#pragma once

#include "core/explain/measure.h"

#include <array>
#include <limits>

namespace convscope {

/// Which pixels ROAD removes where several are equal.
enum class RoadTies
{
    Ordered, ///< the share that is meant, equal ones in a random order (pixelOrder)
    Together, ///< all that reach the percentile, which may be far more: pytorch-grad-cam's
};
template <> struct Words<RoadTies>
{
    static constexpr std::array all{"ordered", "together"};
};

/// ROAD: pixels are removed and filled in from around them (imputed), with a little noise. The score is how
/// much more the logit of the class falls where the hottest pixels go than where the coldest go: the mean
/// over the shares of (change without the coldest − change without the hottest)/2. The curve is that of the
/// single shares. As pytorch-grad-cam's ROADCombined: of 9 shares, the pixels at or above the 10th, …, 90th
/// percentile. Rong et al., "A Consistent and Efficient Evaluation Strategy for Attribution Methods",
/// arXiv:2202.00449.
///
/// The noise is LibTorch's, of a generator with the seed: randn(channels, removed) in float32 times `noise`,
/// for the hottest at each percentile, then for the coldest.
///
/// It has nothing to say of a heat that orders no pixels, where all pixels would be removed together, and of
/// a map that is about no class.
struct RoadOptions
{
    int shares = 9;
    RoadTies ties = RoadTies::Ordered;
    double noise = 0.01; ///< deviation
    Seed seed = 16; ///< of the noise and of the order of equal pixels

    MeasureTraits traits() const
    {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        return {.name = "road",
            .needsNetwork = true,
            .range = {-infinity, infinity},
            .better = Better::Higher,
            .passes = 2 * shares + 1};
    }
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("shares", self.shares, Bounds{1, 99});
        visit("ties", self.ties, Bounds{});
        visit("noise", self.noise, Bounds{0, 1});
        visit("seed", self.seed, Seed::bounds);
    }
};

/// Throws Error: InvalidOption, ClassOutOfRange, OutOfMemory, Internal; its steps NotFinite besides.
std::unique_ptr<Measurement> startMeasurement(const MeasureInput &input, const RoadOptions &options);

} // namespace convscope
