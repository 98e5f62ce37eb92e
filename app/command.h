#pragma once

#include <QString>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace convscope {

class Terminal;

/// Whether a command paints text, which takes a QGuiApplication. convscope-core has none.
enum class Painting
{
    None,
    Beside, ///< one picture of several files
    All ///< it was asked for a figure
};

/// Something that the program can be asked to do: a subcommand, or the window.
class Command
{
public:
    Command() = default;
    Command(const Command &) = delete;
    Command &operator=(const Command &) = delete;
    virtual ~Command() = default;

    /// What the subcommand is called; empty for the window, which has no word.
    virtual std::string name() const = 0;
    /// A few words in the list of subcommands.
    virtual QString help() const = 0;
    /// Adds the options. What is given to them goes into this object, which must live until all is parsed.
    virtual void bind(CLI::App &app) = 0;
    /// Fills in what the options leave open, once all of them are read. Throws UsageError for what no single
    /// option can tell: what is missing, and what excludes each other.
    virtual void check() { }
    /// Does it and returns the exit code. Throws Error where nothing can be done at all, and UsageError. What
    /// fails for one photo goes to the terminal, and the others are done.
    virtual int run(Terminal &terminal) = 0;

    virtual Painting paints() const { return Painting::None; }

    bool isVerbose = false; ///< the log is told on stderr
};

using Commands = std::vector<std::unique_ptr<Command>>;

} // namespace convscope
