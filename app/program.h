#pragma once

#include <string>

namespace convscope {

// In these the two programs differ that have the same subcommands.

/// "convscope", or "convscope-core", which has no Qt.
const char *programName();
/// "Convscope 0.1.0 (LibTorch …)", with all that it was built with.
std::string programVersion();

/// What main() does: runs a subcommand or the window and returns the exit code. Errors are told on stderr;
/// nothing is thrown.
int runProgram(int argc, char **argv);

} // namespace convscope
