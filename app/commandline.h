#pragma once

#include "app/invocation.h"

#include <optional>

namespace convscope {

/// What the command line asks for; none where it asked for help or the version, which is then printed.
/// Throws UsageError.
std::optional<Invocation> parseCommandLine(int argc, char **argv);

} // namespace convscope
