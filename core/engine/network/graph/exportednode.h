#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/exportedjson.h"
#include "core/engine/network/graph/graph.h"

#include <string>
#include <vector>

namespace convscope {

/// Outputs, inputs or arguments one by one: PyTorch writes those of an operator that gives a list as a list.
std::vector<const Json *> flattened(const Json &outputs);

/// "aten.conv2d.default" of "torch.ops.aten.conv2d.default".
std::string withoutPrefix(const std::string &target);

/// As newer versions tell it; else that of its first output.
std::string nodeName(const Json &node, const std::string &target);

/// The modules that it runs in, as a text; empty where none is told.
std::string moduleStack(const Json &node);

/// Adds the values that an argument takes, also in a list.
void collectValues(const OperatorArgument &argument, std::vector<int> &values);

} // namespace convscope
