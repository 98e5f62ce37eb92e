#include "ui/window/application.h"

#include "core/computing.h"
#include "core/log.h"
#include "ui/jobs/lane.h"
#include "ui/present/builtin.h"
#include "ui/present/language.h"
#include "ui/session/chosenlanguage.h"
#include "ui/window/mainwindow.h"
#include "ui/window/theme.h"

#include <QApplication>
#include <QIcon>
#include <QTimer>
#include <clocale>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <string>
#include <unistd.h>

namespace convscope {

namespace {

/// An exception that leaves an event handler would leave Qt's event loop, which it must not.
class Application : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        try {
            return QApplication::notify(receiver, event);
        } catch (const std::exception &error) {
            qCritical("%s", error.what());
        } catch (...) {
            qCritical("unknown exception");
        }
        return false;
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationPaletteChange)
            keepTextReadable();
        return QApplication::event(event);
    }
};

/// Since the process was started; the system tells it to a hundredth of a second. 0 where it does not.
double secondsSinceStart()
{
    constexpr int startTime = 22; // in proc(5), counted from 1; in clock ticks since boot
    std::ifstream stat("/proc/self/stat");
    std::string field;
    for (int i = 0; i < startTime; ++i)
        stat >> field;
    double now = 0;
    std::ifstream("/proc/uptime") >> now;
    return field.empty() ? 0 : now - std::atof(field.c_str()) / double(sysconf(_SC_CLK_TCK));
}

/// Logs how long it took until the window was painted first.
class FirstPaint : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *window, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            window->removeEventFilter(this);
            QTimer::singleShot(0, this, [] {
                log::info("window shown " + std::to_string(int(secondsSinceStart() * 1000))
                    + " ms after the start");
            });
        }
        return false;
    }
};

void offended(const char *function) { log::warning(std::string(function) + " kept the window waiting"); }

int showWindow(int &argc, char **argv, const WindowOptions &options)
{
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    Application application(argc, argv);
    std::setlocale(
        LC_NUMERIC, "C"); // QApplication takes the user's, and then strtod reads no "0.1" under a comma
    QCoreApplication::setOrganizationName(QStringLiteral("Convscope"));
    QCoreApplication::setApplicationName(QStringLiteral("Convscope"));
    QGuiApplication::setDesktopFileName(QStringLiteral("convscope"));
    loadBuiltin();
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/convscope.svg")));
    keepTextReadable();
    applyTheme(chosenTheme());
    setLanguage(spokenLanguage());
    forbidComputing(offended);
    MainWindow window(options);
    FirstPaint firstPaint;
    window.installEventFilter(&firstPaint);
    window.show();
    return QApplication::exec();
}

} // namespace

int runWindow(int &argc, char **argv, const WindowOptions &options)
{
    const int code = showWindow(argc, argv, options);
    if (Lane::hasLeftThreads()) {
        // Such a thread would use what the end of the process destroys. All files are written and closed, or
        // are not there. A line of the log flushes it.
        log::info("left without waiting for a network or a disk that does not answer");
        std::_Exit(code);
    }
    return code;
}

} // namespace convscope
