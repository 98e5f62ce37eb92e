#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include <ATen/core/Tensor.h>

namespace convscope {

/// y = weight·x + bias, of a convolution or a linear layer, or for each channel.
struct Affine
{
    at::Tensor weight;
    at::Tensor bias; ///< undefined where there is none
};

/// Batch norm in eval mode is y = s·x + t for each channel, s = γ/√(σ² + ε), t = β − s·μ. In double; γ and β
/// may be undefined.
Affine batchNorm(const at::Tensor &mean, const at::Tensor &variance, const at::Tensor &gamma,
    const at::Tensor &beta, double epsilon);

/// A convolution or a linear layer with a batch norm behind it: another one, with s·w and s·b + t. In double,
/// so that only the last rounding is left.
Affine folded(const Affine &layer, const Affine &norm);

} // namespace convscope
