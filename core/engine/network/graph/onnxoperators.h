#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/onnxcall.h"

namespace convscope {

/// An operator of ONNX that is known.
struct OnnxOperator
{
    const char *kind; ///< "Conv"
    /// The names of its inputs, with a question mark where one may be left out, and dots where any number
    /// follows: "X W B?", "inputs..."
    const char *inputs;
    /// Gives the kernel, and what else is to be told of the operator. Throws Error: OperatorArgument,
    /// NetworkRandom, NetworkDamaged.
    Kernel (*make)(OnnxCall &call);
    int outputs = 1; ///< that the kernel gives; 0: as many as the call has
    const char *domain = "";
    /// May make much out of little without a check, so that it is not computed before the network runs.
    bool grows = false;
};

/// All that are known, in no order.
const std::vector<OnnxOperator> &onnxOperators();

/// Null where there is no such operator.
const OnnxOperator *findOnnxOperator(const std::string &domain, const std::string &kind);

/// Refuses a call without an input that must be there. Throws Error: NetworkDamaged.
void requireInputs(const OnnxOperator &known, const OnnxCall &call);

/// The name of each input, given or not, of a call with `count`. Throws Error: NetworkDamaged where it does
/// not take so many.
std::vector<std::string> inputNames(const OnnxOperator &known, std::size_t count);

// The groups, each in its own file
std::vector<OnnxOperator> onnxActivations();
std::vector<OnnxOperator> onnxAttention();
std::vector<OnnxOperator> onnxComparisons();
std::vector<OnnxOperator> onnxConvolutions();
std::vector<OnnxOperator> onnxElementwise();
std::vector<OnnxOperator> onnxIndexing();
std::vector<OnnxOperator> onnxNorms();
std::vector<OnnxOperator> onnxPadding();
std::vector<OnnxOperator> onnxPools();
std::vector<OnnxOperator> onnxProducts();
std::vector<OnnxOperator> onnxReductions();
std::vector<OnnxOperator> onnxResizing();
std::vector<OnnxOperator> onnxShapes();
std::vector<OnnxOperator> onnxSources();

} // namespace convscope
