#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/graph.h"

#include <cstdint>

namespace convscope {

/// Whether the network brings a picture of 0 to 255 into the range that it was trained in, as its first
/// computation.
bool takesBytes(const Graph &graph);

/// The graph with other weights in the last `modules` of the modules that have some, and of the operators
/// beside them, as torch.nn draws them before training, each from the seed (see randomAffine); norms become γ
/// 1, β 0, mean 0, variance 1. Throws Error: WeightsNotDrawn, where one of them is of another kind.
Graph withRandomTail(Graph graph, int modules, std::uint32_t seed);

} // namespace convscope
