#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/methods/cam.h"

#include <ATen/core/Tensor.h>

namespace convscope {

// Raw class activation maps, h×w, of what a layer gives, `maps`, and the gradient of the score by it. Both
// K×h×w, in double.

/// Σ_k weights_k·maps_k, of K weights.
at::Tensor weightedSum(const at::Tensor &maps, const at::Tensor &weights);

/// Of a kind that does not run the network again. The gradient may be undefined where needsGradient(kind) is
/// false.
at::Tensor camOf(CamKind kind, const at::Tensor &maps, const at::Tensor &gradient);

} // namespace convscope
