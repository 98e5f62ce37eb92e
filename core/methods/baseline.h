#pragma once

#include "core/explain/fields.h"
#include "core/image/image.h"

#include <array>

namespace convscope {

/// A picture that stands for nothing: what a photo is compared with, and what hides a part of it.
enum class BaselinePicture
{
    Black, ///< 0
    White, ///< 1
    Gray, ///< 1/2
    Mean, ///< of each channel of the photo
    Blurred, ///< the photo, smoothed until only its large shapes are left
    Noise, ///< uniform in [0, 1), from a seed
};
template <> struct Words<BaselinePicture>
{
    static constexpr std::array all{"black", "white", "gray", "mean", "blurred", "noise"};
};

/// The baseline of a photo C×H×W in [0, 1], of the same size. Blurred is a Gaussian whose deviation is H/12.8
/// pixels, 10 at 128, cut off at four deviations, with the edges repeated, as SciPy's
/// gaussian_filter(mode="nearest", truncate=4) gives it. Noise is NumPy's RandomState(seed).random_sample((C,
/// H, W)); the others need no seed.
Map baselineOf(const Map &photo, BaselinePicture kind, Seed seed);

} // namespace convscope
