#pragma once

#include "core/engine/network/program.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace convscope {

/// The program in a TorchScript file, and its tensors, ready to run on one device in one precision.
class ScriptProgram : public Program
{
public:
    /// Runs what the file runs on loading. Throws Error: NetworkNotLoadable, NotAClassifier, NetworkRandom,
    /// NotFinite, OutOfMemory.
    ScriptProgram(const std::filesystem::path &file, const std::string &device, Precision precision);
    ~ScriptProgram() override;

    /// May never return: nothing interrupts a loop in the file's program.
    ProgramOutputs run(const at::Tensor &batch, const Watch &watch) const override;
    bool canBeginBehind(int module) const override;
    ProgramOutputs runBehind(int module, const at::Tensor &output) const override;
    at::Tensor weightOf(int module) const override;
    std::vector<GraphNode> nodes(const std::vector<int> &) const override { return {}; }
    std::unique_ptr<Program> withRandomWeights(int, std::uint32_t) const override { return nullptr; }

private:
    struct Loaded;

    std::unique_ptr<Loaded> m_loaded;
};

} // namespace convscope
