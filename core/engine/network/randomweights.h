#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/architecture.h"
#include "core/engine/network/batchnorm.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace convscope {

/// The tensors with other ones for the last `modules` of the layers that have weights: as reset_parameters()
/// of torch.nn draws them behind torch.manual_seed(seed), called before each module. Convolutions and linear
/// layers: uniform in ±1/√(inputs of a value), weights first, then the bias. Batch norm: γ 1, β 0, mean 0,
/// variance 1.
std::map<std::string, at::Tensor> withRandomWeights(std::map<std::string, at::Tensor> tensors,
    const std::vector<PlannedLayer> &layers, int modules, std::uint32_t seed);

/// A convolution's or a linear layer's, drawn so; the bias may be undefined. In their types, on their
/// devices.
Affine randomAffine(const at::Tensor &weight, const at::Tensor &bias, std::uint32_t seed);

} // namespace convscope
