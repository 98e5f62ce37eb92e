#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/exportedjson.h"
#include "core/engine/network/graph/torchoperator.h"

#include <map>
#include <string>
#include <vector>

namespace convscope {

/// What a value of a graph is while it runs.
enum class ValueKind
{
    Tensor,
    Int,
    Real,
    Truth,
    Other, ///< None, or nothing that may be used
};

/// The values that a node may take, by their names in the file.
using ValueNames = std::map<std::string, int>;

/// What a node of the file gives for one argument, whatever argument that is.
struct GivenArgument
{
    enum class Kind
    {
        None,
        Value,
        Int,
        Real,
        Truth,
        Text,
        ScalarType,
        Layout,
        MemoryFormat,
        Device,
        List,
        Graph,
        Other, ///< of no use to any operator that is allowed
    };

    Kind kind = Kind::None;
    int value = -1; ///< of the graph
    std::int64_t integer = 0; ///< also of a type, a layout, a memory format, as LibTorch numbers them
    double real = 0;
    bool truth = false;
    std::string text = {};
    std::vector<GivenArgument> elements = {};
    const Json *graph = nullptr;
    std::string shown = {}; ///< for messages
};

/// Throws Error: NetworkDamaged, also where a value is missing.
GivenArgument readArgument(const Json &argument, const ValueNames &values);

/// Gives an operator the arguments of a node, which are named, and its own defaults for others. Devices and
/// types of real numbers become the target's. Throws Error: OperatorArgument, NetworkDamaged.
void giveArguments(TorchOperator &op, const Json &inputs, const ValueNames &values,
    const std::vector<ValueKind> &kinds, const GraphTarget &target);

} // namespace convscope
