#include "app/program.h"

#include "app/commandline.h"
#include "app/commands.h"
#include "app/exitcodes.h"
#include "app/qtapplication.h"
#include "app/qtmessages.h"
#include "app/running.h"
#include "app/terminal.h"
#include "app/windowcommand.h"
#include "core/runtime.h"

#include <QtGlobal>

namespace convscope {

namespace {

int run(int argc, char **argv, std::unique_ptr<QCoreApplication> &qt)
{
    WindowCommand window(argv[0], qt);
    const Commands subcommands = allCommands();
    Command *command = parseCommandLine(argc, argv, window, subcommands);
    if (!command)
        return exitDone;
    const bool isWindow = command == &window;
    sendQtMessagesToLog();
    startLog(*command, isWindow);
    if (command->paints() != Painting::None) {
        qt.reset();
        qt = paintingApplication();
    }
    Terminal terminal;
    if (!isWindow)
        terminal.catchInterrupts();
    return command->run(terminal);
}

} // namespace

const char *programName() { return "convscope"; }

std::string programVersion()
{
    return "Convscope " + version() + " (LibTorch " + torchVersion() + ", OpenCV " + opencvVersion() + ", Qt "
        + qVersion() + ")";
}

int runProgram(int argc, char **argv)
{
    std::unique_ptr<QCoreApplication> qt = plainApplication(); // translates until the last error is told
    return exitCodeOf([&] { return run(argc, argv, qt); });
}

} // namespace convscope
