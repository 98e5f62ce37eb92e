#include "ui/window/application.h"

#include "ui/window/mainwindow.h"

#include <QApplication>
#include <clocale>
#include <exception>

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
};

} // namespace

int runWindow(int &argc, char **argv, const WindowOptions &options)
{
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    Application application(argc, argv);
    std::setlocale(
        LC_NUMERIC, "C"); // QApplication takes the user's, and then strtod reads no "0.1" under a comma
    QCoreApplication::setOrganizationName(QStringLiteral("Convscope"));
    QCoreApplication::setApplicationName(QStringLiteral("Convscope"));
    MainWindow window(options);
    window.show();
    return QApplication::exec();
}

} // namespace convscope
