#pragma once

#include <string>
#include <vector>

namespace torch::jit { // LibTorch's headers stay in core's .cpp files: these cost 20 s each
struct Graph;
} // namespace torch::jit

namespace convscope {

// What is put right in a TorchScript network's graph, which has no calls any more, before it is run.

/// The picture belongs to whoever asks: a program that works on it in place gets a copy, and makes new
/// tensors of that, as autograd needs the old ones.
void leavePictureAlone(torch::jit::Graph &graph);

/// Constants that name a device, a floating-point type or training mode. Returns whether there was anything
/// in training mode.
bool correctConstants(torch::jit::Graph &graph, const std::string &device, bool float64);

/// Random numbers outside of any branch are drawn in every run; such as stochastic depth leaves behind when
/// it is traced in training mode. Throws Error: NetworkRandom.
void refuseRandom(const torch::jit::Graph &graph);

/// Whole numbers have no gradients. Throws Error: NetworkQuantised.
void refuseQuantised(const torch::jit::Graph &graph);

/// First sides of tensors that tracing wrote down, from 2, the smallest first: one of them may be the number
/// of pictures that the network was traced with.
std::vector<int> writtenBatches(const torch::jit::Graph &graph);

} // namespace convscope
