#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/archive.h"
#include "core/engine/network/graph/graph.h"

namespace convscope {

/// Whether it is what torch.export.save writes (.pt2), in either of its layouts.
bool isExportedProgram(const Archive &archive);

/// Reads the program that torch.export.save wrote. Nothing of the file is run. Throws Error: NetworkDamaged,
/// NetworkCompressed, NetworkRandom, NetworkTensorUnusual, OperatorUnknown, OperatorForbidden,
/// OperatorArgument, NotAClassifier, NotFinite, OutOfMemory.
Graph readExportedProgram(const Archive &archive, const GraphTarget &target);

} // namespace convscope
