#pragma once

#include <filesystem>
#include <string>

namespace convscope::log {

// The program's log, for those who look for a fault: errors in full, what was opened, how long it took. What
// users are told stands elsewhere. All functions may be called from any thread.

enum class Level
{
    Debug,
    Info,
    Warning,
    Error
};

struct Options
{
    std::filesystem::path file; ///< rotated at 1 MiB, three old ones kept; empty: no file
    bool toStderr = false;
    Level level = Level::Info; ///< less important lines are dropped
};

/// Until this is called nothing is logged. A file that cannot be written is left out, with a warning in the
/// rest of the log.
void start(const Options &options);

void write(Level level, const std::string &text);
inline void debug(const std::string &text) { write(Level::Debug, text); }
inline void info(const std::string &text) { write(Level::Info, text); }
inline void warning(const std::string &text) { write(Level::Warning, text); }
inline void error(const std::string &text) { write(Level::Error, text); }

} // namespace convscope::log
