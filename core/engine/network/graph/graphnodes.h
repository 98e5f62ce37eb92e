#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/graph.h"

#include <map>
#include <vector>

namespace convscope {

/// The operators as they are shown. `shapes`: of values, with the batch. `layers`: the place among the
/// network's layers of the one that gives a value.
std::vector<GraphNode> describedNodes(const Graph &graph,
    const std::map<int, std::vector<std::int64_t>> &shapes, const std::map<int, int> &layers);

} // namespace convscope
