#pragma once

namespace torch::jit { // LibTorch's headers stay in core's .cpp files: these cost 20 s each
struct Graph;
struct Module;
} // namespace torch::jit

namespace convscope {

/// Whether the network brings a picture of 0 to 255 into the range that it was trained in, as its first
/// computation: divides by 255, or takes away a mean such as 123.7. A picture in [0, 1] would be as good as
/// black to it. The graph has no calls any more; `module` holds its tensors.
bool takesBytes(const torch::jit::Graph &graph, const torch::jit::Module &module);

} // namespace convscope
