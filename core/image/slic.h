#pragma once

#include "core/computation.h"
#include "core/image/image.h"

#include <cstdint>
#include <vector>

namespace convscope {

/// Superpixels of a picture: label of each pixel, H×W, every label in 0..count−1 present.
struct Segmentation
{
    int width = 0;
    int height = 0;
    int count = 0;
    std::vector<std::int32_t> labels;
};

struct SlicOptions
{
    int segments = 100; ///< wanted, about; 1 or more
    double compactness = 1; ///< larger: squarer superpixels; above 0
    double sigma = 1; ///< Gaussian smoothing in pixels; 0 or more

    bool operator==(const SlicOptions &) const = default;
};

/// SLIC superpixels exactly as scikit-image 0.19 and later with start_label=0, on the picture as float64 in
/// [0, 1] (float32(byte)/255 widened, the notebook's input): Achanta et al., "SLIC Superpixels Compared to
/// State-of-the-art Superpixel Methods", TPAMI 2012. Throws Error: InvalidOption.
Segmentation slic(const Image &image, const SlicOptions &options);

} // namespace convscope
