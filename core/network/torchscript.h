#pragma once

#include "core/network/network.h"
#include "core/network/scriptgraph.h"

#include <functional>

namespace convscope {

/// The program in a TorchScript file, and its tensors, ready to run on one device in one precision.
class ScriptProgram
{
public:
    /// Called with what a module gives, in the order in which they end; its false ends the run.
    using Seen = std::function<bool(int module, const at::Tensor &output)>;

    /// Runs what the file runs on loading. Throws Error: NetworkNotLoadable, NotAClassifier, NetworkRandom,
    /// NotFinite, OutOfMemory.
    ScriptProgram(const std::filesystem::path &file, const std::string &device, Precision precision);
    ScriptProgram(ScriptProgram &&);
    ~ScriptProgram();

    const std::string &kind() const { return m_kind; } ///< of the whole network, e.g. "ResNet"
    const std::vector<ScriptModule> &modules() const { return m_modules; }
    std::int64_t parameterCount() const { return m_parameterCount; }
    bool wasTraining() const { return m_wasTraining; }

    /// The tensors that the network gives for a batch, of whatever it holds them in, in their order; nothing
    /// where `seen` ended the run. May never return: nothing interrupts a loop in the file's program.
    std::vector<at::Tensor> run(const at::Tensor &batch, const Seen &seen = {}) const;

    /// Of a convolution, outputs×inputs×h×w; undefined for other modules.
    at::Tensor weightOf(int module) const;

private:
    struct Loaded;

    std::unique_ptr<Loaded> m_loaded;
    std::string m_kind;
    std::vector<ScriptModule> m_modules;
    std::int64_t m_parameterCount = 0;
    bool m_wasTraining = false;
};

} // namespace convscope
