#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/graph.h"

namespace convscope {

/// A branch of ONNX's If.
struct OnnxBranch
{
    std::vector<Operator> operators = {};
    std::vector<int> outputs = {}; ///< values
};

/// An operator that runs one of two branches, the first where the condition is true. All that they take from
/// outside become its arguments. Name, kind and outputs are left to the caller.
Operator choiceOf(std::vector<OnnxBranch> branches, int condition, const std::vector<GraphValue> &values);

} // namespace convscope
