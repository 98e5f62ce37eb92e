#include "app/qtmessages.h"

#include "app/exitcodes.h"
#include "app/terminal.h"
#include "core/log.h"

#include <QtGlobal>
#include <cstdlib>

namespace convscope {

namespace {

log::Level levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
    case QtInfoMsg:
        return log::Level::Debug;
    case QtWarningMsg:
        return log::Level::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        return log::Level::Error;
    }
    return log::Level::Debug;
}

void handle(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    log::write(levelOf(type), "Qt: " + text.toStdString());
    if (type == QtFatalMsg) { // Qt would abort: mostly a display that does not answer
        printError(text.simplified());
        std::_Exit(exitFailed);
    }
}

} // namespace

void sendQtMessagesToLog() { qInstallMessageHandler(handle); }

bool hasDisplay()
{
    const auto set = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    return set("DISPLAY") || set("WAYLAND_DISPLAY") || set("QT_QPA_PLATFORM");
}

} // namespace convscope
