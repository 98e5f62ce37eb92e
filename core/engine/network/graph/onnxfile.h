#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/graph.h"

#include <filesystem>

namespace convscope {

/// Reads an ONNX network, with the files beside it that hold its weights, where it names any. Throws Error:
/// NetworkDamaged, NetworkRandom, OperatorUnknown, OperatorArgument, NotAClassifier, NotFinite, OutOfMemory.
Graph readOnnx(const std::filesystem::path &file, const GraphTarget &target);

} // namespace convscope
