#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/network/network.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace convscope {

/// What can be watched of a network: a module, or an operator that is no module of its own.
struct ProgramModule
{
    std::string name; ///< qualified, as in Python: "layer1.0.conv1"
    std::string kind; ///< as in Python: "Conv2d", "BasicBlock"; of an operator, its name
    bool isLeaf = true; ///< has no modules inside
    bool isOperator = false; ///< is no module
    std::int64_t parameterCount = 0; ///< with those of the modules inside
    std::vector<std::string> weight = {}; ///< of a convolution: the names that lead to it
    std::optional<LayerGeometry> geometry = {};
};

/// What a file tells of the pictures that its network takes.
struct ToldPicture
{
    std::optional<InputSize> size = {};
    std::optional<int> channels = {};
    std::optional<int> batch = {}; ///< the only number of pictures at once that it is written for
    bool channelsLast = false; ///< takes height × width × channels
};

/// The tensors that a network gives, of whatever it holds them in, in their order, each with its name there:
/// the key of a dictionary, the place in a tuple or list from 0, "aux.0" of both.
using ProgramOutputs = std::vector<std::pair<std::string, at::Tensor>>;

/// What there is to know of a network before it runs.
struct ProgramFacts
{
    std::string kind; ///< of the whole network, e.g. "ResNet"
    std::vector<ProgramModule> modules; ///< some may never run
    std::int64_t parameterCount = 0;
    bool wasTraining = false; ///< was in training mode, and has been put right
    bool takesBytes = false; ///< brings pictures of 0 to 255 into the range that it was trained in
    /// Pictures at once that it may have been written for, 2 or more, the smallest first.
    std::vector<int> writtenBatches;
    ToldPicture told;
    std::vector<std::filesystem::path> dataFiles; ///< beside the network's file, that hold weights of it
    std::vector<std::vector<std::string>> classNames; ///< lists in the file that may be the classes' names
};

/// A network that is run without knowing its modules beforehand, on one device in one precision.
class Program
{
public:
    /// Called with what a module gives, undefined where that is no tensor, in the order in which they end.
    /// What it leaves there is what the modules behind get. Its false ends the run.
    using Seen = std::function<bool(int module, at::Tensor &output)>;

    /// How a run is looked at.
    struct Watch
    {
        Seen seen = {};
        /// The modules that must be seen; others may go unseen, and what nobody needs may not be computed.
        /// None: all.
        std::optional<std::vector<int>> modules = {};
        bool toTheEnd = true; ///< what the network gives is needed as well
    };

    virtual ~Program() = default;

    const ProgramFacts &facts() const { return m_facts; }
    const std::vector<ProgramModule> &modules() const { return m_facts.modules; }

    /// What the network gives for a batch; nothing where `seen` ended the run. The program gets a copy of the
    /// batch, which it may change.
    virtual ProgramOutputs run(const at::Tensor &batch, const Watch &watch) const = 0;
    ProgramOutputs run(const at::Tensor &batch) const { return run(batch, {{}, std::vector<int>()}); }

    /// Whether what the network gives follows from a module's output alone.
    virtual bool canBeginBehind(int module) const = 0;

    /// What the network gives where that module gives `output`. The program gets a copy of it.
    virtual ProgramOutputs runBehind(int module, const at::Tensor &output) const = 0;

    /// Of a convolution, outputs×inputs×h×w; undefined for other modules.
    virtual at::Tensor weightOf(int module) const = 0;

    /// All operators, with the shapes that they had when all modules were watched; empty where the file is no
    /// list of operators. `layers`: the modules that are shown, in their order.
    virtual std::vector<GraphNode> nodes(const std::vector<int> &layers) const = 0;

    /// See Network::withRandomWeights; null where this kind cannot do that.
    virtual std::unique_ptr<Program> withRandomWeights(int modules, std::uint32_t seed) const = 0;

protected:
    ProgramFacts m_facts;
};

} // namespace convscope
