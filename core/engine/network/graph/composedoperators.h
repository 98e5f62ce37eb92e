#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/graph.h"

#include <ATen/core/function_schema.h>

#include <string>

namespace convscope {

/// An operator of PyTorch's that is composed of others here, so that gradients go through it.
struct ComposedOperator
{
    c10::FunctionSchema schema;
    Kernel kernel;
};

/// One that the LibTorch at hand lacks, or that does more there than is wanted here: the forms of attention
/// that are made for one device, and what leaves memory as it was. `overload` is empty for the first one.
/// Null where there is none.
const ComposedOperator *findComposed(const std::string &name, const std::string &overload);

/// Also one that the LibTorch at hand has itself; for tests.
const ComposedOperator *composedAnyway(const std::string &name, const std::string &overload);

} // namespace convscope
