#include "ui/session/windowlayout.h"

#include <QMainWindow>
#include <QSettings>
#include <QSplitter>

namespace convscope {

namespace {

/// Grows when docks change so that an old state would misplace them.
constexpr int layoutVersion = 2;

QString thumbnailKey() { return QStringLiteral("window/thumbnail"); }

QString keyOf(const QSplitter &splitter) { return QStringLiteral("window/") + splitter.objectName(); }

} // namespace

void restoreLayout(QMainWindow &window)
{
    const QSettings settings;
    if (settings.value(QStringLiteral("window/layout")).toInt() != layoutVersion)
        return;
    window.restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    window.restoreState(settings.value(QStringLiteral("window/docks")).toByteArray());
    for (QSplitter *splitter : window.findChildren<QSplitter *>())
        splitter->restoreState(settings.value(keyOf(*splitter)).toByteArray());
}

void saveLayout(const QMainWindow &window)
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/layout"), layoutVersion);
    settings.setValue(QStringLiteral("window/geometry"), window.saveGeometry());
    settings.setValue(QStringLiteral("window/docks"), window.saveState());
    for (const QSplitter *splitter : window.findChildren<QSplitter *>())
        settings.setValue(keyOf(*splitter), splitter->saveState());
}

bool demoHintWasClosed() { return QSettings().value(QStringLiteral("window/demoHintClosed")).toBool(); }

void keepDemoHintClosed(bool closed)
{
    QSettings().setValue(QStringLiteral("window/demoHintClosed"), closed);
}

std::optional<int> keptThumbnail()
{
    const int side = QSettings().value(thumbnailKey()).toInt();
    return side > 0 ? std::optional(side) : std::nullopt;
}

void keepThumbnail(int side) { QSettings().setValue(thumbnailKey(), side); }

bool keptTopShown() { return QSettings().value(QStringLiteral("window/topShown")).toBool(); }

void keepTopShown(bool shown) { QSettings().setValue(QStringLiteral("window/topShown"), shown); }

bool keptGraphShown() { return QSettings().value(QStringLiteral("window/graphShown")).toBool(); }

void keepGraphShown(bool shown) { QSettings().setValue(QStringLiteral("window/graphShown"), shown); }

} // namespace convscope
