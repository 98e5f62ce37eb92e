#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/torchoperator.h"

#include <string>

namespace convscope {

/// What a file may have LibTorch do: operators that are listed by name as known to do nothing but compute,
/// and that change nothing outside of what they are given, as LibTorch's own description of them tells as
/// well. They read and write no files, run no code, draw no random numbers and take no other objects.

/// Does nothing here: checks of sizes and values that PyTorch writes down.
bool isAssertion(const std::string &target);

/// Puts an operator of training into eval mode; whether it was one.
bool leaveTraining(TorchOperator &op);

/// Refuses an operator that may do more than compute. Operators are in eval mode already. Throws Error:
/// OperatorForbidden, NetworkRandom.
void requireHarmless(const TorchOperator &op);

/// Changes its first argument, and gives it.
bool changesInPlace(const TorchOperator &op);

/// Its first output may share memory with its first argument.
bool mayBeView(const TorchOperator &op);

} // namespace convscope
