#include "app/program.h"

#include "app/commandline.h"
#include "app/commands.h"
#include "app/exitcodes.h"
#include "app/qtapplication.h"
#include "app/qtmessages.h"
#include "app/terminal.h"
#include "app/windowcommand.h"
#include "core/log.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"

#include <new>

namespace convscope {

namespace {

/// The window's log is a file; what is said there is told on stderr too where that is wanted.
void startLog(const Command &command, bool isWindow)
{
    if (!isWindow && !command.isVerbose)
        return;
    log::start({isWindow ? logFile() : std::filesystem::path(), command.isVerbose,
        command.isVerbose ? log::Level::Debug : log::Level::Info});
}

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
    if (command->paints()) {
        qt.reset();
        qt = paintingApplication();
    }
    Terminal terminal;
    if (!isWindow)
        terminal.catchInterrupts();
    return command->run(terminal);
}

int failed(const Error &error)
{
    log::error(error.what());
    printError(sentence(error));
    return exitFailed;
}

} // namespace

int runProgram(int argc, char **argv)
{
    std::unique_ptr<QCoreApplication> qt = plainApplication(); // translates until the last error is told
    try {
        return run(argc, argv, qt);
    } catch (const UsageError &error) {
        printError(QString::fromStdString(error.what()));
        return exitUsage;
    } catch (const Error &error) {
        return failed(error);
    } catch (const std::bad_alloc &) {
        return failed(Error(ErrorKind::OutOfMemory));
    } catch (const std::exception &error) {
        return failed(Error(ErrorKind::Internal, {}, {error.what()}));
    }
}

} // namespace convscope
