#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/archive.h"
#include "core/engine/network/graph/exportedjson.h"

#include <ATen/core/Tensor.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// The weights and constants of an exported program by their names there, as they are stored. Names may
/// stand for objects that are no tensors, which are left out. Nothing of the file is run. Throws Error:
/// NetworkDamaged, NetworkCompressed, NetworkTensorUnusual, NetworkNeedsCode.
std::map<std::string, at::Tensor> readExportedTensors(const Archive &archive);

/// A tensor that PyTorch 2.1 wrote into the JSON: torch.save's bytes in base64. Throws the same.
at::Tensor readInlineTensor(const std::string &name, const std::string &base64);

/// The sizes that the JSON tells of a tensor; none for one that is not fixed.
std::vector<std::optional<std::int64_t>> toldSizes(const Json &tensorMeta);

} // namespace convscope
