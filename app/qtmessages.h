#pragma once

namespace convscope {

/// Qt's own messages go to the log from here on, not to stderr, but for the one that ends the program.
void sendQtMessagesToLog();

/// Whether a window can be hoped for.
bool hasDisplay();

} // namespace convscope
