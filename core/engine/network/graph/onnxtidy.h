#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/onnxbuilder.h"

namespace convscope {

/// A product with a matrix and the sum behind it, which are one linear layer, become one operator.
void joinBiases(OnnxBuilder &builder);

/// Takes out the operators that no output depends on.
void removeUnused(OnnxBuilder &builder);

/// The operators, values and outputs as a graph, without values that nobody uses.
Graph graphOf(OnnxBuilder builder);

} // namespace convscope
