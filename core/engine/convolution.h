#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/blockedconvolution.h"
#include "core/engine/featuremaps.h"

#include <ATen/core/Tensor.h>
#include <ATen/core/ivalue.h>

namespace convscope {

/// A convolution of stride 1 whose output is as large as its input, with or without the ReLU behind it.
///
/// On a CPU the weights are laid out once as oneDNN's kernels want them, ReLU is part of the same pass, and
/// maps keep a layout from layer to layer, so that nothing is reordered in between: in blocks where
/// BlockedConvolution can do it, else channels-last. The gradient of the input is another such convolution.
/// Where oneDNN cannot do it, LibTorch's own functions do.
class Convolution
{
public:
    Convolution() = default;

    /// weight F×C×k×k, k odd; bias F, or undefined; neither may require gradients. The weights are laid out
    /// for maps of height×width, and only these are taken.
    Convolution(at::Tensor weight, at::Tensor bias, bool withReLU, int height, int width);

    /// Whether oneDNN does it; if not, LibTorch's functions for the layer at hand are as fast or faster.
    bool isPacked() const { return !m_packed.isNone(); }

    /// How its sums are taken where no gradient is.
    enum class Sums
    {
        Fast, ///< as is fastest
        Plain, ///< as where a gradient is taken, for what is differentiated further on
    };

    /// B×C×H×W → B×F×H×W. Keeps autograd's graph where the maps require gradients and GradMode is on; then
    /// sums are plain.
    FeatureMaps operator()(const FeatureMaps &maps, Sums sums = Sums::Fast) const;

private:
    /// Whether there are such kernels.
    bool makeBlocked(int height, int width);

    at::Tensor m_weight;
    at::Tensor m_bias;
    bool m_withReLU = false;
    /// What computes the output, the output where its gradient is asked for, and the gradient of the input:
    /// BlockedConvolutions, or the weights as LibTorch lays them out for oneDNN; none where LibTorch's own
    /// functions are used.
    c10::IValue m_packed, m_packedForGradient, m_packedTurned;
    c10::intrusive_ptr<BlockedConvolution> m_blocked; ///< the first of them, if it is one
};

} // namespace convscope
