#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include <ATen/core/Tensor.h>

namespace convscope {

/// The output of a layer as the next one takes it: B×C×H×W, plain, or as oneDNN's kernels want it, the
/// channels in blocks of 16 that lie side by side for each pixel (nChw16c). Blocks are kept as if each were a
/// photo of 16 channels, (B·C/16)×16×H×W in channels-last layout, so that LibTorch's functions that treat
/// each channel alone (ReLU, pooling) work on them, and know their gradients.
struct FeatureMaps
{
    static constexpr int block = 16; ///< channels

    at::Tensor values;
    std::int64_t blocks = 0; ///< of a photo; 0: plain

    /// B×C×H×W.
    at::Tensor plain() const;
    /// C must be a multiple of 16.
    FeatureMaps blocked() const;
};

} // namespace convscope
