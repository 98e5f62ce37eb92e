#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/network/network.h"

#include <c10/core/ScalarType.h>

#include <string>

namespace convscope {

/// In what a network computes on this device ("cpu", "cuda:0"). Throws Error: PreviewUnavailable, where this
/// processor has no bfloat16: without, it would be slower than float32.
at::ScalarType computeType(Precision precision, const std::string &device);

} // namespace convscope
