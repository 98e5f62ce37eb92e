#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/program.h"

#include <ATen/core/Tensor.h>
#include <ATen/core/ivalue.h>

#include <optional>
#include <string>
#include <vector>

namespace c10 {
struct FunctionSchema;
} // namespace c10

namespace convscope {

/// An operator of LibTorch that a network ran on the picture, or on what others had made of it.
struct TracedOperator
{
    /// An argument that comes from the picture.
    struct Source
    {
        std::size_t argument = 0; ///< its place
        int maker = 0; ///< the operator that made it
    };

    std::string name = {}; ///< "aten::relu", also of "aten::relu_", which works in place
    const c10::FunctionSchema *schema = nullptr; ///< none of the picture
    std::vector<c10::IValue> arguments = {};
    std::vector<Source> sources = {};
    std::vector<std::int64_t> inputShape = {}; ///< of the first source, before it ran
    std::vector<at::Tensor> outputs = {};

    /// The argument of that name; None where there is none.
    c10::IValue argument(const std::string &asked) const;
};

/// What one run of a network did with the picture. Branches and loops are resolved: it is what happened.
struct ProgramTrace
{
    struct ModuleEnd
    {
        int module = 0; ///< of Program::modules()
        int operators = 0; ///< that had run by then
    };

    std::vector<TracedOperator> operators = {}; ///< in the order of the run; the first is the picture itself
    std::vector<ModuleEnd> ends = {}; ///< in that order
    ProgramOutputs outputs = {};

    /// The last operator that made or changed a tensor; none where it does not come from the picture.
    std::optional<int> makerOf(const at::Tensor &tensor) const;
};

/// Runs the program on pictures as it takes them, and writes down what happens. Throws what the program
/// throws.
ProgramTrace traceProgram(const Program &program, const at::Tensor &pictures);

} // namespace convscope
