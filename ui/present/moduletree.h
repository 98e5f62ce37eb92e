#pragma once

#include "core/network/network.h"

#include <string>
#include <vector>

namespace convscope {

/// A module in the tree that the qualified names make.
struct ModuleNode
{
    std::string name; ///< qualified: "layer1.0"
    const Layer *layer = nullptr; ///< none for a block that the file does not show as a module
    std::int64_t parameterCount = 0; ///< with those of the modules inside
    std::vector<ModuleNode> children; ///< in the order in which their first leaf runs
};

/// The tree of a network's layers, which must outlive it.
std::vector<ModuleNode> moduleTree(const NetworkInfo &info);

} // namespace convscope
