#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include <ATen/core/Tensor.h>
#include <ATen/core/ivalue.h>

namespace convscope {

/// A convolution of stride 1 whose output is as large as its input, with or without the ReLU behind it.
///
/// On a CPU the weights are laid out once as oneDNN's kernels want them, ReLU is part of the same pass, and
/// maps stay channels-last from layer to layer, so that nothing is reordered in between. The gradient of the
/// input is another such convolution. Where oneDNN cannot do it, LibTorch's own functions do.
class Convolution
{
public:
    Convolution() = default;

    /// weight F×C×k×k, k odd; bias F, or undefined; neither may require gradients. The weights are laid out
    /// for maps of height×width; others are slower.
    Convolution(at::Tensor weight, at::Tensor bias, bool withReLU, int height, int width);

    /// B×C×H×W → B×F×H×W. Keeps autograd's graph where `values` requires gradients and GradMode is on.
    at::Tensor operator()(const at::Tensor &values) const;

private:
    at::Tensor m_weight;
    at::Tensor m_bias;
    bool m_withReLU = false;
    /// The weights as oneDNN wants them, for the output and for the gradient of the input; none where
    /// LibTorch's own functions are used.
    c10::IValue m_packed, m_packedTurned;
};

} // namespace convscope
