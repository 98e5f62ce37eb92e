#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/graph.h"

#include <optional>
#include <string>

namespace convscope {

/// What Python computes with sizes: "_operator.mul", "math.floor", "torch.sym_max".
struct SymbolicOperator
{
    enum class Gives
    {
        Number, ///< an int where all that it takes are ints
        Int,
        Real,
        Truth,
    };

    int takes = 2;
    Gives gives = Gives::Number;
    Kernel kernel =
        {}; ///< throws what LibTorch throws, also where a number becomes too large or is divided by 0
};

/// None of another target.
std::optional<SymbolicOperator> findSymbolic(const std::string &target);

} // namespace convscope
