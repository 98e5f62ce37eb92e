#pragma once

#include <optional>
#include <set>
#include <string>

namespace torch::jit { // LibTorch's headers stay in core's .cpp files: these cost 20 s each
struct Graph;
struct Module;
struct Node;
struct Value;
} // namespace torch::jit

namespace c10 {
struct IValue;
} // namespace c10

namespace convscope {

// What is asked of a node or a value of a TorchScript graph.

/// Names such as "aten::relu".
bool isOneOf(const torch::jit::Node &node, const std::set<std::string> &names);

bool isConvolution(const torch::jit::Node &node);

/// What a value is in every run: a constant, or something that the network itself, `self` in the graph,
/// holds.
std::optional<c10::IValue> fixedValue(
    const torch::jit::Value &value, const torch::jit::Value &self, const torch::jit::Module &network);

} // namespace convscope
