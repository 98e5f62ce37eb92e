#pragma once

#include "core/engine/network/architecture.h"
#include "core/network/network.h"

#include <map>

namespace convscope {

/// The notebook's kind of classifier with these layers. `tensors` by name, in the device and precision that
/// `info` states. Throws Error: NotFinite, OutOfMemory, Internal.
std::unique_ptr<Network> makeClassifier(NetworkInfo info, const std::vector<PlannedLayer> &layers,
    const std::map<std::string, at::Tensor> &tensors);

} // namespace convscope
