#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include <ATen/core/Tensor.h>

namespace convscope {

/// What lies outside of a picture where it is blurred.
enum class Outside
{
    Repeated, ///< the value at the edge
    Reflected, ///< the picture, mirrored at its edge
    Zero,
};

/// Pictures …×H×W in double behind a Gaussian of this deviation in pixels, cut off at four deviations. As
/// SciPy's gaussian_filter(truncate=4) with the mode nearest, reflect or constant. A deviation of 0 changes
/// nothing.
at::Tensor gaussianBlurred(const at::Tensor &pictures, double deviation, Outside outside);

} // namespace convscope
