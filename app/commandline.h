#pragma once

#include "app/command.h"

namespace convscope {

/// Gives the options of the command line to the command that it names, the window where it names none. Null
/// where it asked for help or the version, which is then printed. Throws UsageError.
Command *parseCommandLine(int argc, char **argv, Command &window, const Commands &subcommands);

} // namespace convscope
