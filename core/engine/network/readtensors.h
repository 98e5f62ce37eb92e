#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/archive.h"
#include "core/engine/network/statedict.h"

#include <ATen/core/ivalue.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace convscope {

using ReadEntry = std::function<std::vector<std::uint8_t>(const std::string &entry)>;

/// Throws Error: NetworkDamaged, where the archive's numbers are written in the other order of bytes.
void checkByteOrder(const Archive &archive);

/// Layers may share their weights, but a file whose few numbers stand for very many would fill memory. Throws
/// Error: NetworkDamaged.
void checkSharing(const StateDict &stored, std::uint64_t fileSize);

/// The tensors as they are stored, on the CPU. Each storage is read once and never copied: it belongs to the
/// tensors that lie in it.
std::map<std::string, at::Tensor> readTensors(const StateDict &stored, const ReadEntry &read);

} // namespace convscope
