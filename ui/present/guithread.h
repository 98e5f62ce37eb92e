#pragma once

namespace convscope {

/// Ends the program if another thread than the application's calls it, in release builds, too: what is meant
/// for one thread only goes wrong rarely on another, and far from the cause. `function` is named in the
/// message. Nothing is checked where there is no QCoreApplication.
void assertGuiThread(const char *function);

} // namespace convscope
