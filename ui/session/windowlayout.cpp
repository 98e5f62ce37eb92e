#include "ui/session/windowlayout.h"

#include <QMainWindow>
#include <QSettings>

namespace convscope {

namespace {

/// Grows when docks change so that an old state would misplace them.
constexpr int layoutVersion = 1;

} // namespace

void restoreLayout(QMainWindow &window)
{
    const QSettings settings;
    if (settings.value(QStringLiteral("window/layout")).toInt() != layoutVersion)
        return;
    window.restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    window.restoreState(settings.value(QStringLiteral("window/docks")).toByteArray());
}

void saveLayout(const QMainWindow &window)
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/layout"), layoutVersion);
    settings.setValue(QStringLiteral("window/geometry"), window.saveGeometry());
    settings.setValue(QStringLiteral("window/docks"), window.saveState());
}

bool demoHintWasClosed() { return QSettings().value(QStringLiteral("window/demoHintClosed")).toBool(); }

void keepDemoHintClosed(bool closed)
{
    QSettings().setValue(QStringLiteral("window/demoHintClosed"), closed);
}

} // namespace convscope
