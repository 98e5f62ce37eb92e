#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/chainpass.h"

namespace convscope {

/// How a module with weights divides the relevance of its outputs among its inputs, in layer-wise relevance
/// propagation. With p = max(x, 0), m = min(x, 0), and W+, W− the positive and negative weights.
enum class RelevanceRule
{
    Epsilon, ///< by x·W
    ZPlus, ///< by what raises the output: p·W+ and m·W−
    AlphaBeta, ///< 2 by what raises it, −1 by what lowers it
    Gamma, ///< by x·W where what raises the output counts 1.25 times
    Flat, ///< alike to all inputs that reach the output
    Box, ///< by x·W, less what is the least possible: for inputs between two bounds
};

/// The bounds of the input of Box, in its shape.
struct RelevanceBounds
{
    at::Tensor low;
    at::Tensor high;
};

/// The relevance of a module's input, where its output has the relevance `place.message`. ReLU hands it
/// through as it is, a max pool to the largest input, an average pool by what each input adds, and a reshape
/// in its own shape; for these `rule` does not matter. `bounds` matter to Box alone.
at::Tensor relevanceBelow(
    const ChainPass::Place &place, RelevanceRule rule, const RelevanceBounds &bounds = {});

} // namespace convscope
