#pragma once

#include "app/command.h"

#include <functional>

namespace convscope {

/// The exit code of `work`. What it throws is told on stderr.
int exitCodeOf(const std::function<int()> &work);

/// Begins the log of a command: a file of the window's, else stderr where that is wanted.
void startLog(const Command &command, bool isWindow);

} // namespace convscope
