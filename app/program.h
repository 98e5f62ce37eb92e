#pragma once

namespace convscope {

/// What main() does: runs a subcommand or the window and returns the exit code. Errors are told on stderr;
/// nothing is thrown.
int runProgram(int argc, char **argv);

} // namespace convscope
