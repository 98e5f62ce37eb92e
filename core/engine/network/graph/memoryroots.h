#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/graph.h"

#include <vector>

namespace convscope {

/// For each of Graph::values the value that stands for all those that may share its memory: a view and what
/// it is a view of, a tensor before and after it was changed in place.
std::vector<int> memoryRoots(const Graph &graph);

/// By value: whether an operator changes the memory that it may share. `roots` are the graph's.
std::vector<bool> changedInPlace(const Graph &graph, const std::vector<int> &roots);

} // namespace convscope
