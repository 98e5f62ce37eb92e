#include "app/program.h"

#include "app/commandline.h"
#include "app/commands.h"
#include "app/exitcodes.h"
#include "app/running.h"
#include "app/terminal.h"
#include "app/texts.h"
#include "core/runtime.h"

namespace convscope {

namespace {

/// What is done where no subcommand is named: nothing, as there is no window.
class NoCommand : public Command
{
public:
    std::string name() const override { return {}; }
    QString help() const override
    {
        return QStringLiteral(
            "Shows what a convolutional network trained on photos looks at.\n"
            "This is the command line of convscope without Qt: English, without a window and without "
            "figures.");
    }
    void bind(CLI::App &) override { }
    void check() override { throw UsageError("a subcommand is missing"); }
    int run(Terminal &) override { return exitFailed; }
};

int run(int argc, char **argv)
{
    NoCommand none;
    const Commands subcommands = allCommands();
    Command *command = parseCommandLine(argc, argv, none, subcommands);
    if (!command)
        return exitDone;
    startLog(*command, /*isWindow=*/false);
    Terminal terminal;
    switch (command->paints()) {
    case Painting::None:
        break;
    case Painting::Beside:
        terminal.note(
            QStringLiteral("one picture has text and is left out; the program convscope draws it."));
        break;
    case Painting::All:
        terminal.failure(
            QStringLiteral("figures have text, which this program cannot draw: use the program convscope."));
        return terminal.exitCode();
    }
    terminal.catchInterrupts();
    return command->run(terminal);
}

} // namespace

const char *programName() { return "convscope-core"; }

std::string programVersion()
{
    return "Convscope " + version() + " (LibTorch " + torchVersion() + ", OpenCV " + opencvVersion() + ")";
}

int runProgram(int argc, char **argv)
{
    return exitCodeOf([&] { return run(argc, argv); });
}

} // namespace convscope
