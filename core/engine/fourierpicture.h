#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/data/input.h"

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace convscope {

/// Pictures written as frequencies with decorrelated colours, as Lucid does: a step of an optimiser then
/// changes all places and colours as they go together in photos, not each pixel by itself. Olah, Mordvintsev,
/// Schubert, "Feature Visualization", Distill 2017.
class FourierPicture
{
public:
    /// `like` has the type and the device of all that follows.
    FourierPicture(InputSize size, const at::TensorOptions &like);

    /// Coefficients of so many pictures to start from, B×3×H×(W/2 + 1)×2, real and imaginary parts last:
    /// torch.manual_seed(seed), then 0.01·torch.randn in float32.
    at::Tensor start(int count, std::uint32_t seed) const;

    /// Coefficients B×3×H×(W/2 + 1)×2 → pictures B×3×H×W in (0, 1): times 1/max(f, 1/max(H, W)) for a
    /// frequency of f cycles a pixel; inverse real Fourier transform, orthonormal; a quarter of it; three
    /// uncorrelated colours to red, green and blue; sigmoid. Keeps autograd's graph.
    at::Tensor picture(const at::Tensor &coefficients) const;

private:
    InputSize m_size;
    at::Tensor m_scale; ///< H×(W/2 + 1)×1
    at::Tensor m_colours; ///< 3×3, a row for each of red, green and blue
};

} // namespace convscope
