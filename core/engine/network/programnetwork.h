#pragma once

#include "core/engine/network/program.h"

#include <memory>

namespace convscope {

/// A network that is run without knowing its modules beforehand. Runs it on made-up pictures to see what is
/// in it, and what it answers. `info` says of the file, the device, the precision and the input what is known
/// already; an input that nobody told is the file's own, or changed to one that the network runs on. Throws
/// Error: NetworkDoesNotRun, NetworkNeverRuns, NetworkRandom, NotAClassifier, NoSuchOutput, OutOfMemory.
std::unique_ptr<Network> openProgram(std::unique_ptr<Program> program, NetworkInfo info, bool inputIsTold);

} // namespace convscope
