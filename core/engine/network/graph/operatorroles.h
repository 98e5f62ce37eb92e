#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/torchoperator.h"

namespace convscope {

/// The transpose of a matrix that is a constant; −1 where a value is none. Linear layers are written as a
/// product with that, once they are decomposed.
int transposedMatrix(const Graph &graph, const TorchOperator &op);

/// A product with a transposed matrix becomes a linear layer: `matrixOf` has for each value the matrix that
/// it is the transpose of, or −1. Leaves any other operator as it is.
void becomeLinear(TorchOperator &op, const Graph &graph, const std::vector<int> &matrixOf);

/// What the operator is to this program: its role and weights, its geometry, and what people are told of it.
void describeOperator(const TorchOperator &op, const Graph &graph, Operator &described);

} // namespace convscope
