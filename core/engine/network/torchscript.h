#pragma once

#include "core/engine/network/scriptgraph.h"
#include "core/network/network.h"

#include <functional>
#include <utility>

namespace convscope {

/// The tensors that a network gives, of whatever it holds them in, in their order, each with its name there:
/// the key of a dictionary, the place in a tuple or list from 0, "aux.0" of both.
using ScriptOutputs = std::vector<std::pair<std::string, at::Tensor>>;

/// The program in a TorchScript file, and its tensors, ready to run on one device in one precision.
class ScriptProgram
{
public:
    /// Called with what a module gives, undefined where that is no tensor, in the order in which they end.
    /// What it leaves there is what the modules behind get. Its false ends the run.
    using Seen = std::function<bool(int module, at::Tensor &output)>;

    /// Runs what the file runs on loading. Throws Error: NetworkNotLoadable, NotAClassifier, NetworkRandom,
    /// NotFinite, OutOfMemory.
    ScriptProgram(const std::filesystem::path &file, const std::string &device, Precision precision);
    ScriptProgram(ScriptProgram &&);
    ~ScriptProgram();

    const std::string &kind() const { return m_kind; } ///< of the whole network, e.g. "ResNet"
    const std::vector<ScriptModule> &modules() const { return m_modules; }
    std::int64_t parameterCount() const { return m_parameterCount; }
    bool wasTraining() const { return m_wasTraining; }

    /// Brings pictures of 0 to 255 into the range that it was trained in.
    bool takesBytes() const { return m_takesBytes; }

    /// Pictures at once that the program may have been written for, 2 or more, the smallest first.
    const std::vector<int> &writtenBatches() const { return m_batches; }

    /// What the network gives for a batch; nothing where `seen` ended the run. The program gets a copy of the
    /// batch, which it may change. May never return: nothing interrupts a loop in the file's program.
    ScriptOutputs run(const at::Tensor &batch, const Seen &seen = {}) const;

    /// Whether what the network gives follows from a module's output alone.
    bool canBeginBehind(int module) const;

    /// What the network gives where that module gives `output`. The program gets a copy of it.
    ScriptOutputs runBehind(int module, const at::Tensor &output) const;

    /// Of a convolution, outputs×inputs×h×w; undefined for other modules.
    at::Tensor weightOf(int module) const;

private:
    struct Loaded;

    std::unique_ptr<Loaded> m_loaded;
    std::string m_kind;
    std::vector<ScriptModule> m_modules;
    std::int64_t m_parameterCount = 0;
    bool m_wasTraining = false;
    bool m_takesBytes = false;
    std::vector<int> m_batches;
};

} // namespace convscope
