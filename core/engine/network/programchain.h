#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/chain.h"
#include "core/engine/network/answers.h"
#include "core/engine/network/program.h"

namespace convscope {

/// The chain of modules that a network is, found by running it on `pictures`, which are as the
/// program takes them. `output` and `form` say where its answer is and what that means. Throws Error:
/// NoRuleFor, what the program throws.
Chain programChain(const Program &program, const at::Tensor &pictures, std::size_t output, AnswerForm form);

} // namespace convscope
