#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/network/graphnode.h"
#include "core/note.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace at {
class Tensor; // LibTorch's headers stay in core's .cpp files
}

namespace convscope {

enum class Precision
{
    Float32,
    Float64,
    /// Numbers of eight bits or more: bfloat16 on a CPU that has it, half precision on CUDA. Tensors that go
    /// into a network and come out of it stay float32.
    Preview
};

/// As on the command line and in recipes: float32, float64, preview.
const char *name(Precision precision);

/// How a convolution or a pool goes over its input: height and width each, as in torch.nn; empty where that
/// is not known.
struct LayerGeometry
{
    std::vector<int> kernel;
    std::vector<int> stride;
    std::vector<int> padding;
    std::vector<int> dilation;
    int groups = 1; ///< of a convolution

    bool operator==(const LayerGeometry &) const = default;
};

/// A module of the network. Leaf modules come first, in the order in which forward runs them, a reused one
/// once; then those that hold others, as far as their outputs can be seen; then operators that are no module
/// of their own, where the file lists operators.
struct Layer
{
    int index = 0; ///< place in NetworkInfo::layers
    std::string name; ///< qualified, as in Python: "cnn.15"
    std::string kind; ///< as in torch.nn: "Conv2d", "BatchNorm2d", "ReLU", "MaxPool2d", "Linear", "Dropout"
    std::optional<int> channels; ///< of its output; the number of its filters
    std::optional<int> height; ///< none where the output is no map
    std::optional<int> width;
    std::vector<std::int64_t> shape = {}; ///< of its output for one photo; empty where that is no tensor
    std::int64_t parameterCount = 0; ///< with those of the modules inside
    std::optional<LayerGeometry> geometry = {}; ///< of a convolution or a pool, where it is known
    bool isReused = false; ///< runs more than once; all that is said and shown is of the last time
    bool isBlock = false; ///< holds other modules
    bool isOperator = false; ///< no module, but an operator that runs beside the modules, such as "add"

    bool hasMaps() const { return height.has_value() && width.has_value(); }
};

/// What a network was trained to tell.
enum class Task
{
    MultiClass, ///< which one class a photo is of: probabilities add up to 1
    MultiLabel, ///< of each class whether it is in the photo: probabilities are independent
    Values, ///< no classes: numbers that are taken as they are
};

/// One of several things that a network gives.
struct NetworkOutput
{
    std::string name; ///< the key of a dictionary, the place in a tuple from 0
    int classCount = 0; ///< that it has if this is its answer

    bool operator==(const NetworkOutput &) const = default;
};

struct NetworkInfo
{
    std::filesystem::path file;
    std::vector<std::filesystem::path> dataFiles = {}; ///< beside it, that hold weights of it
    std::string kind; ///< the name of its Python class: "Classifier" for the notebook's, "ResNet"
    int convolutions = 0; ///< modules that are two-dimensional convolutions
    std::vector<Layer> layers;
    /// All operators in the order in which they run; empty where the file is no list of operators.
    std::vector<GraphNode> graph = {};
    int classCount = 0;
    Task task = Task::MultiClass;
    /// What the network gives that can be taken for its answer, where that is more than one thing;
    /// InputDescription::output chooses.
    std::vector<NetworkOutput> outputs = {};
    std::string output; ///< the one of them that is taken
    InputDescription input;
    InputOrigin inputOrigin = InputOrigin::Network; ///< of all but its class names, which may be labels.txt's
    std::int64_t parameterCount = 0;
    std::string device; ///< where it runs: "cpu", "cuda:0"
    Precision precision = Precision::Float32;
    Notes notes; ///< on how the file was taken
};

struct NetworkOptions
{
    std::string device = "auto"; ///< auto, cpu, cuda, cuda:n
    Precision precision = Precision::Float32;
    std::optional<InputDescription> input = {}; ///< none: what lies beside the file, else the notebook's
    std::string output = {}; ///< in place of the input's; empty: what that says
    std::vector<std::string> classNames = {}; ///< in place of the input's; empty: what that says
    bool upright = false; ///< photos are turned upright, whatever the input says
};

struct Outputs; // core/engine/outputs.h
struct Chain; // core/engine/chain.h

/// How far a pass goes.
enum class Until
{
    Logits,
    LastLayer, ///< of those that are asked for; no more is computed
};

/// A convolutional classifier in eval mode, with batch norm folded where that does not change what is asked.
/// Const functions may be called from any one thread at a time. Tensors are on the network's own device, in
/// float64 or float32; pictures are B×3×H×W in [0, 1], and the network itself does to them what info().input
/// says of channels, mean and deviation, so that gradients are those of the picture: 1/deviation times those
/// of the normalised one. All functions throw Error (OutOfMemory, Internal, and what is named).
class Network
{
public:
    virtual ~Network() = default;

    virtual const NetworkInfo &info() const = 0;

    /// One pass over a batch, B×3×H×W in [0, 1]. Gives the outputs of any layers that have channels, each as
    /// a PyTorch forward hook on that module would see it, and the logits, of which probabilities() makes the
    /// network's own. Where the batch requires gradients, autograd's graph is kept, and what follows is
    /// computed from the very tensors that are given: the gradient of the logits by a layer's output is that
    /// of PyTorch. What a layer behind does in place does not change them.
    virtual Outputs run(
        const at::Tensor &batch, const std::vector<int> &layers, Until until = Until::Logits) const = 0;

    /// One pass over a picture, 1×3×H×W, that gives what run() gives, with the graph only from these layers
    /// on: the output of the first one to run is a leaf that requires gradients, and what lies before it is
    /// not differentiated. The layers, one or more, must have maps.
    virtual Outputs runFromLayers(const at::Tensor &picture, const std::vector<int> &layers) const = 0;

    /// The logits, B×classes, that follow where a layer gives `maps`, B×C×h×w, for a picture, 1×3×H×W.
    /// Autograd's graph is kept where the maps require gradients. The layer must have maps.
    virtual at::Tensor logitsBehind(int layer, const at::Tensor &maps, const at::Tensor &picture) const = 0;

    /// Whether logitsBehind() computes no more than what lies behind the layer. It is a whole pass where more
    /// than the layer's output is needed there, as inside of a residual block.
    virtual bool canBeginBehind(int layer) const = 0;

    /// The output of one filter of a layer, B×h×w. Computes no more of the network than it takes. Keeps
    /// autograd's graph. Layer and filter must have passed checkFilter.
    virtual at::Tensor activation(const at::Tensor &batch, int layer, int filter) const = 0;

    /// batch B×3×H×W in [0, 1] → logits B×classes.
    at::Tensor logits(const at::Tensor &batch) const;

    /// The output of all filters of a layer, B×C×h×w; it must have maps.
    at::Tensor activations(const at::Tensor &batch, int layer) const;

    /// The weights of one filter of a convolution as they are in the file, before anything is folded in:
    /// inputs×h×w, where a grouped convolution has fewer inputs than the layer before has channels.
    /// Undefined for other modules. Layer and filter must have passed checkFilter.
    virtual at::Tensor kernel(int layer, int filter) const = 0;

    /// The network as modules that run one after the other, for methods that hand something down through
    /// each. Throws Error: NoRuleFor, where it is no such chain.
    virtual Chain chain() const = 0;

    /// A network like this one, but for the weights of its last `modules` modules with weights, counted as
    /// they run: those are drawn anew, as PyTorch draws them before training, each module's from the seed.
    /// Throws Error: WeightsNotDrawn, where this kind of network cannot do that.
    virtual std::unique_ptr<Network> withRandomWeights(int modules, std::uint32_t seed) const;
};

/// Opens a network file, whatever its name: a checkpoint of the notebook's kind, TorchScript, what
/// torch.export saves, or ONNX. Throws Error: everything named Network… and Operator…, NotAClassifier,
/// NoSuchFile, CannotRead, FileEmpty, DeviceUnavailable, PreviewUnavailable, NoSuchOutput, OutOfMemory.
std::unique_ptr<Network> openNetwork(const std::filesystem::path &file, const NetworkOptions &options = {});

/// The layer that an index ("15") or a qualified name ("cnn.15") means. Throws Error: NoSuchLayer.
int findLayer(const NetworkInfo &info, const std::string &indexOrName);

/// For those who make networks, once the number of classes is known: names of another number are dropped, and
/// that is noted. Where none are left, the first list that fits is taken of those `inside` the file; or, of a
/// network prepared for as ImageNet's, ImageNet's.
void settleClassNames(NetworkInfo &info, const std::vector<std::vector<std::string>> &inside = {});

/// Throws Error: NoSuchLayer, LayerWithoutMaps, FilterOutOfRange.
void checkFilter(const NetworkInfo &info, int layer, int filter);

} // namespace convscope
