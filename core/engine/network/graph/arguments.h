#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/graph.h"

#include <vector>

namespace convscope {

/// What an operator is given for an argument: `values` holds what was computed, by the place in
/// Graph::values; constants are the graph's.
c10::IValue evaluated(
    const OperatorArgument &argument, const Graph &graph, const std::vector<c10::IValue> &values);

/// The same of all arguments of an operator, in their order.
std::vector<c10::IValue> argumentsOf(
    const Operator &step, const Graph &graph, const std::vector<c10::IValue> &values);

/// The constant tensor that an operator is given at a place; undefined where there is none.
at::Tensor constantAt(const Operator &step, int place, const Graph &graph);

} // namespace convscope
