#pragma once

#include <memory>

namespace torch::jit { // LibTorch's headers stay in core's .cpp files: these cost 20 s each
struct Graph;
} // namespace torch::jit

namespace convscope {

/// What lies behind a module's tap in a network's graph, as a graph of its own: (network, output of that
/// module) → what the network gives. Null where that output is not all that is needed there: where another
/// way leads around the module, or it runs in a branch or a loop, or not exactly once.
std::shared_ptr<torch::jit::Graph> graphBehind(const torch::jit::Graph &graph, int module);

} // namespace convscope
