#pragma once

#include "core/explain/measure.h"

namespace convscope {

/// How alike the map stays where the network's weights are drawn anew (Network::withRandomWeights):
/// Spearman's correlation of |map| before and after, for the same class. Near 1: the map shows the photo more
/// than the network. Detail: "ssim", of the sums of |map| over the channels, each stretched to [0, 1]; it is
/// missing where that is not defined; "random-low" and "random-high", how alike ten random maps are to
/// it: noise in cells as large in the photo as those of coarse rivals, but not smaller than a value of the
/// map. With `cascade` the modules are drawn one after the other from the last one on, and the curve has the
/// likeness over the share of modules drawn; the value is that of all. As Quantus'
/// ModelParameterRandomisation, with the seed 43. Adebayo et al., "Sanity Checks for Saliency Maps",
/// arXiv:1810.03292.
///
/// The weights of superpixels count as a map of the superpixels. It has nothing to say where either map is
/// the same everywhere, and of answers that are no map.
struct WeightDependenceOptions
{
    bool cascade = false;
    Seed seed = 43; ///< of each module

    MeasureTraits traits() const
    {
        return {.name = "weight-dependence",
            .needsHeat = false,
            .needsNetwork = true,
            .needsQuestion = true,
            .range = {-1, 1},
            .better = Better::Lower,
            .runs = 1};
    }
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("cascade", self.cascade, Bounds{});
        visit("seed", self.seed, Seed::bounds);
    }
};

/// Its steps throw Error: WeightsNotDrawn, OutOfMemory, Internal, and what the method throws.
std::unique_ptr<Measurement> startMeasurement(
    const MeasureInput &input, const WeightDependenceOptions &options);

} // namespace convscope
