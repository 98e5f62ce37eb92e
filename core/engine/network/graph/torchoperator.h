#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/graph.h"

#include <ATen/core/function_schema.h>

#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// An operator of PyTorch with what a node of a file gives it.
struct TorchOperator
{
    std::string node; ///< for messages
    std::string kind; ///< "aten.conv2d.default"
    std::string name; ///< "conv2d"
    std::string overload; ///< "default"
    c10::FunctionSchema schema;
    Kernel kernel; ///< as LibTorch's: a list is one output
    bool isComposed = false; ///< of those that the LibTorch at hand has
    bool isRandom = false; ///< may draw random numbers, says LibTorch
    bool changesShape = false; ///< in place
    std::vector<OperatorArgument> arguments = {}; ///< as many as the schema has
    std::vector<bool> isGiven = {}; ///< of each argument: the file gives it, and it is not the default
    /// Arguments, by their places, that are numbers while running, and are to become tensors or real numbers.
    std::vector<int> tensorsOfNumbers = {};
    std::vector<int> realsOfInts = {};

    /// The place of an argument; −1 where there is none of that name.
    int place(const std::string &argument) const;
    /// A constant argument; none where it is no constant, or there is none of that name.
    std::optional<c10::IValue> constant(const std::string &argument) const;
    bool takesOnlyConstants() const;
    void set(const std::string &argument, c10::IValue value);
};

/// The operator that a file calls "torch.ops.aten.conv2d.default", without its arguments: LibTorch's own, or
/// one composed of its own. Throws Error: OperatorUnknown, OperatorForbidden, NetworkQuantised.
TorchOperator findOperator(const std::string &target, const std::string &node);

/// Refuses an argument for what it is. Throws Error: OperatorArgument.
[[noreturn]] void refuseArgument(
    const TorchOperator &op, const std::string &argument, const std::string &value);

/// "[3, 3]", "True", "0.1": as Python writes it, cut where it is long.
std::string shortText(const c10::IValue &value);

/// Who knows operators: "LibTorch 1.13.1".
std::string torchName();

} // namespace convscope
