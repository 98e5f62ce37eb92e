#pragma once

#include "core/engine/network/program.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace torch::jit { // LibTorch's headers stay in core's .cpp files: these cost 20 s each
struct Graph;
struct Module;
} // namespace torch::jit

namespace convscope {

/// The forward of a TorchScript network as one graph without calls.
struct ScriptGraph
{
    std::shared_ptr<torch::jit::Graph> graph;
    std::vector<ProgramModule> modules; ///< numbered as the graph's taps are; some may never run
    bool wasTraining = false; ///< was traced in training mode, and has been put right
    /// First sides of tensors that tracing wrote down, from 2, the smallest first: one of them may be the
    /// number of pictures that it was traced with.
    std::vector<int> batches = {};
};

/// Every module's output passes through a node that changes nothing and tells what it sees. Python's modules
/// have hooks for that; loaded ones have none. Cutting the graph behind a node would do as well, but only
/// outside of its branches and loops.
inline constexpr const char *tapName = "convscope::tap";
inline constexpr const char *tapSchema = "convscope::tap(t(a) output, int module) -> t(a)";

/// The number of values in a module's parameters, with those of the modules inside; shared ones count once.
std::int64_t parametersOf(const torch::jit::Module &module);

/// Takes the forward of a module whose tensors are in this device and precision already; constants that name
/// a device, a floating-point type or training mode are put right. Throws Error: NotAClassifier,
/// NetworkRandom, and what LibTorch throws.
ScriptGraph flattenScript(const torch::jit::Module &module, const std::string &device, bool float64);

} // namespace convscope
