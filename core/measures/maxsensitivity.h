#pragma once

#include "core/explain/measure.h"

#include <limits>

namespace convscope {

/// Max-sensitivity: how far the map moves at most where the photo is changed by noise that nobody sees: the
/// largest ‖a(x + e) − a(x)‖/‖a(x)‖ over samples of uniform noise e in ±radius, of the raw map a for the same
/// class. Details: "mean", the mean over the samples, and
/// "shuffled", the root mean square of the same where the map's own values lie in a random order, which is
/// √2 of a map whose mean is 0. As Captum's sensitivity_max, with LibTorch's generator.
/// Noisy pictures may leave [0, 1]. Yeh et al., "On the (In)fidelity and Sensitivity of Explanations",
/// arXiv:1901.09392.
///
/// Superpixels and seeds stay those of the photo; their weights count as a map. It has nothing to say of a
/// map that is 0 everywhere, nor of answers that hold no map.
struct MaxSensitivityOptions
{
    int samples = 10;
    double radius = 0.02;
    Seed seed = 16;

    MeasureTraits traits() const
    {
        return {.name = "max-sensitivity",
            .needsHeat = false,
            .needsNetwork = true,
            .needsQuestion = true,
            .range = {0, std::numeric_limits<double>::infinity()},
            .better = Better::Lower,
            .runs = samples};
    }
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("samples", self.samples, Bounds{1, 1000});
        visit("radius", self.radius, Bounds{0, 1});
        visit("seed", self.seed, Seed::bounds);
    }
};

/// Throws Error: InvalidOption, OutOfMemory, Internal; its steps what the method throws.
std::unique_ptr<Measurement> startMeasurement(
    const MeasureInput &input, const MaxSensitivityOptions &options);

} // namespace convscope
