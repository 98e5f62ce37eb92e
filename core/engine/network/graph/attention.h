#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include <ATen/core/Tensor.h>
#include <ATen/core/ivalue.h>

#include <vector>

namespace convscope {

/// softmax(query · keyᵀ · scale + mask) · value, in the forms of PyTorch's operators: each takes the
/// arguments in its operator's order, and gives as many outputs. Those beside the first are for training:
/// nothing is in them.
using Arguments = std::vector<c10::IValue>;
Arguments attention(const Arguments &arguments);
Arguments mathAttention(const Arguments &arguments);
Arguments flashAttentionForCpu(const Arguments &arguments);
Arguments flashAttention(const Arguments &arguments);
Arguments efficientAttention(const Arguments &arguments);
Arguments cudnnAttention(const Arguments &arguments);

/// torch.nn.MultiheadAttention and TransformerEncoderLayer in eval mode, which PyTorch 2.1 writes as one
/// operator each.
Arguments multiHeadAttention(const Arguments &arguments);
Arguments transformerEncoderLayer(const Arguments &arguments);

/// 0 where all scores are −∞, as of a word that may look at none.
at::Tensor softmaxOrZero(const at::Tensor &scores, std::int64_t axis);

} // namespace convscope
