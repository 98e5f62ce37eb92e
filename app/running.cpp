#include "app/running.h"

#include "app/exitcodes.h"
#include "app/terminal.h"
#include "core/log.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"

#include <new>

namespace convscope {

namespace {

int failed(const Error &error)
{
    log::error(error.what());
    printError(sentence(error));
    return exitFailed;
}

} // namespace

int exitCodeOf(const std::function<int()> &work)
{
    try {
        return work();
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

/// What the window's log says is told on stderr too where that is wanted.
void startLog(const Command &command, bool isWindow)
{
    if (!isWindow && !command.isVerbose)
        return;
    log::start({isWindow ? logFile() : std::filesystem::path(), command.isVerbose,
        command.isVerbose ? log::Level::Debug : log::Level::Info});
}

} // namespace convscope
