#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/torchoperator.h"

namespace convscope {

/// Refuses numbers in a file that ask for more memory than any network takes, before LibTorch sees them:
/// sizes to make or to repeat to, edges to add, steps to go. Throws Error: OperatorArgument.
void requireModestSizes(const TorchOperator &op);

} // namespace convscope
