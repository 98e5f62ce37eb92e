#pragma once

#include "core/network/archive.h"
#include "core/network/network.h"
#include "core/network/safetensors.h"

namespace convscope {

/// The notebook's kind of classifier from a state dict, as torch.save or as safetensors wrote it. `info` says
/// of the file, the device, the precision and the input what is known already. Throws Error: NetworkDamaged,
/// NetworkCompressed, NetworkNeedsCode, NetworkWithoutWeights, NetworkUnknownArchitecture,
/// NetworkShapesDoNotFit, NetworkDoesNotRun, NotFinite, OutOfMemory.
std::unique_ptr<Network> openCheckpoint(const Archive &archive, NetworkInfo info);
std::unique_ptr<Network> openCheckpoint(const SafeTensors &file, NetworkInfo info);

} // namespace convscope
