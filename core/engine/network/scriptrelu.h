#pragma once

#include <memory>

namespace torch::jit { // LibTorch's headers stay in core's .cpp files: these cost 20 s each
struct Graph;
} // namespace torch::jit

namespace convscope {

/// A copy of the graph, which has no calls any more, whose ReLUs obey a ReluRuleGuard, also those that work
/// in place.
std::shared_ptr<torch::jit::Graph> withReluRule(torch::jit::Graph &graph);

} // namespace convscope
