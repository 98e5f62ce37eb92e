#pragma once

#include "core/network/network.h"

namespace convscope {

/// A TorchScript network. Runs it on made-up pictures to see what is in it, and what it answers. `info` says
/// of the file, the device, the precision and the input what is known already; an input that nobody told is
/// changed to one that the network runs on. Throws Error: what ScriptProgram throws, PreviewUnavailable,
/// NetworkDoesNotRun, NotAClassifier.
std::unique_ptr<Network> openScript(NetworkInfo info, bool inputIsTold);

} // namespace convscope
