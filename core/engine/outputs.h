#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include <ATen/core/Tensor.h>
#include <vector>

namespace convscope {

/// What a network gives in one pass.
struct Outputs
{
    /// Of the layers asked for, in that order: B×C×h×w, or B×C where the output is no map.
    std::vector<at::Tensor> layers;
    at::Tensor logits; ///< B×classes; undefined where the pass ended before
};

} // namespace convscope
