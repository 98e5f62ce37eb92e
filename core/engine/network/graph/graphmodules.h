#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/graph.h"

#include <string>
#include <utility>
#include <vector>

namespace convscope {

/// What can be watched of a graph: its modules, then operators whose output no module gives.
struct GraphModules
{
    std::vector<ProgramModule> modules;
    std::vector<std::vector<int>>
        values; ///< by module: what its calls give, of Graph::values, in their order
    std::vector<std::pair<int, int>> taps; ///< module and value; of one value, modules inside come first
    std::int64_t parameterCount = 0; ///< of the whole network; shared ones count once
};

GraphModules modulesOf(const Graph &graph);

/// The operator without what its file writes around its name: "relu" of "aten.relu_.default".
std::string shortKind(const std::string &kind);

} // namespace convscope
