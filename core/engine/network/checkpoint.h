#pragma once

#include "core/engine/network/archive.h"
#include "core/engine/network/safetensors.h"
#include "core/network/network.h"

namespace convscope {

/// The notebook's kind of classifier from a state dict, as torch.save or as safetensors wrote it. `info` says
/// of the file, the device, the precision and the input what is known already; an input that is not told is
/// one that the weights fit. Throws Error: NetworkDamaged, NetworkCompressed, NetworkUnknownArchitecture,
/// NetworkShapesDoNotFit, NetworkTakesOtherSize, NetworkDoesNotRun, NotFinite, OutOfMemory, and what
/// readWeights throws.
std::unique_ptr<Network> openCheckpoint(const Archive &archive, NetworkInfo info, bool inputIsTold);
std::unique_ptr<Network> openCheckpoint(const SafeTensors &file, NetworkInfo info, bool inputIsTold);

} // namespace convscope
