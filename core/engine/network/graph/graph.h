#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/program.h"

#include <ATen/core/Tensor.h>
#include <ATen/core/ivalue.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace convscope {

/// A network as a list of operators on values, whatever file it comes from. It holds no program: an operator
/// is one of LibTorch's, or a few of them, and all that it may do is to compute its outputs from its inputs.

/// What an operator is given for one of its arguments.
struct OperatorArgument
{
    enum class Kind
    {
        Constant,
        Value, ///< of Graph::values
        List, ///< of constants and values
    };
    /// What a list holds, as LibTorch's lists are typed.
    enum class Elements
    {
        Ints,
        Floats,
        Bools,
        Tensors,
        OptionalTensors,
    };

    Kind kind = Kind::Constant;
    c10::IValue constant = {};
    int value = -1;
    std::vector<OperatorArgument> elements = {};
    Elements type = Elements::Ints; ///< of the elements

    static OperatorArgument of(c10::IValue constant) { return {Kind::Constant, std::move(constant)}; }
    static OperatorArgument ofValue(int value) { return {Kind::Value, {}, value}; }
};

/// Takes the arguments off the stack, all that there are, and leaves the outputs there. Throws what LibTorch
/// throws.
using Kernel = std::function<void(std::vector<c10::IValue> &stack)>;

/// What some operators are to this program, beside computing.
enum class Role
{
    Other,
    Convolution, ///< two-dimensional, not transposed: weight F×C/groups×h×w; bias F or None
    Linear, ///< weight F×C; bias F or None
    BatchNorm, ///< in eval mode; weight is γ, bias β
    ReLU,
};

/// The places of some arguments of an operator with a role; −1 where it has none.
struct Weights
{
    int weight = -1;
    int bias = -1;
    int mean = -1; ///< of a batch norm
    int variance = -1; ///< of a batch norm
    double epsilon = 0; ///< of a batch norm
};

/// A module that an operator runs in.
struct ModuleCall
{
    int module = 0; ///< of Graph::modules
    int call = 0; ///< operators next to each other with different numbers are of different calls
    bool operator==(const ModuleCall &) const = default;
};

struct Operator
{
    std::string name; ///< unique in the graph
    std::string kind; ///< as the file calls it: "aten.conv2d.default", "Conv"
    std::vector<OperatorArgument> arguments = {}; ///< in the kernel's order; with Role's, all of Weights
    std::vector<std::string> argumentNames = {}; ///< as many as arguments
    Kernel kernel = {};
    std::vector<int> outputs = {}; ///< of Graph::values, in the kernel's order; −1 for one that nobody uses
    std::vector<ModuleCall> modules = {}; ///< outermost first
    Role role = Role::Other;
    Weights weights = {};
    /// Argument 0 is changed in place, and given as output 0.
    bool isInPlace = false;
    /// Output 0 may share the memory of argument 0, as a view does.
    bool isView = false;
    std::optional<LayerGeometry> geometry = {}; ///< of a convolution or a pool
    std::vector<std::pair<std::string, std::string>> attributes = {}; ///< for people: names and texts
};

struct GraphValue
{
    std::string name; ///< as in the file
    /// A weight or a constant, in the type and on the device where it is computed with; None of what
    /// operators compute, and of the picture.
    c10::IValue constant = {};
    bool isParameter = false; ///< counts among the network's parameters
};

struct GraphModule
{
    std::string name; ///< qualified, as in Python: "layer1.0.conv1"; not empty
    std::string kind; ///< as in torch.nn: "Conv2d", "BasicBlock"
};

struct Graph
{
    std::string kind; ///< the name of the network's Python class, or what the file calls it
    std::vector<GraphValue> values = {};
    std::vector<Operator> operators = {}; ///< each behind those that it takes values from
    std::vector<GraphModule> modules = {};
    int picture = -1; ///< of values: what the photos go into
    /// Names and values; a name is the key of a dictionary, the place in a tuple from 0, "aux.0" of both.
    std::vector<std::pair<std::string, int>> outputs = {};
    ToldPicture told = {};
    std::vector<std::vector<std::string>> classNames = {}; ///< lists that may be the classes' names
    std::vector<std::filesystem::path> dataFiles = {}; ///< beside the network's file, that were read
    bool wasTraining = false; ///< was in training mode, and has been put right
};

/// Where and in which type a graph computes.
struct GraphTarget
{
    at::Device device = at::kCPU;
    at::ScalarType type = at::kFloat; ///< of all floating-point values
};

/// A constant as the graph computes with it: on the device; in the type, where it is of floating-point
/// numbers.
at::Tensor placed(const at::Tensor &tensor, const GraphTarget &target);

/// The same of a weight, which must be finite; a mask need not be. Throws Error: NotFinite, with the name.
at::Tensor settled(const at::Tensor &tensor, const GraphTarget &target, const std::string &name);

} // namespace convscope
