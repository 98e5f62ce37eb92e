#pragma once

#include "core/engine/network/scriptgraph.h"

namespace convscope {

/// Fills in how the tapped convolutions and pools go over their input, where the graph states it in
/// constants.
void findGeometry(ScriptGraph &script, const torch::jit::Module &module);

} // namespace convscope
