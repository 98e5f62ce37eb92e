#include "ui/window/session.h"

#include <QSettings>
#include <QStringList>
#include <QVariantList>

namespace convscope {

namespace {

/// Grows when docks change so that an old state would misplace them.
constexpr int layoutVersion = 1;

// Paths are bytes, which need not be text.
QByteArray toBytes(const std::filesystem::path &path) { return QByteArray::fromStdString(path.string()); }
std::filesystem::path fromBytes(const QVariant &bytes) { return bytes.toByteArray().toStdString(); }

} // namespace

Session loadSession()
{
    const QSettings settings;
    Session session;
    session.folder = fromBytes(settings.value(QStringLiteral("session/folder")));
    session.split = settings.value(QStringLiteral("session/split")).toString();
    session.network = fromBytes(settings.value(QStringLiteral("session/network")));
    for (const QVariant &photo : settings.value(QStringLiteral("session/photos")).toList())
        session.photos.push_back(fromBytes(photo));
    session.layer = settings.value(QStringLiteral("session/layer"), -1).toInt();
    session.filter = settings.value(QStringLiteral("session/filter"), 0).toInt();
    session.demoHintClosed = settings.value(QStringLiteral("session/demoHintClosed")).toBool();
    if (settings.value(QStringLiteral("window/layout")).toInt() == layoutVersion) {
        session.geometry = settings.value(QStringLiteral("window/geometry")).toByteArray();
        session.docks = settings.value(QStringLiteral("window/docks")).toByteArray();
    }
    return session;
}

void saveSession(const Session &session)
{
    QSettings settings;
    settings.setValue(QStringLiteral("session/folder"), toBytes(session.folder));
    settings.setValue(QStringLiteral("session/split"), session.split);
    settings.setValue(QStringLiteral("session/network"), toBytes(session.network));
    QVariantList photos;
    for (const auto &photo : session.photos)
        photos << toBytes(photo);
    settings.setValue(QStringLiteral("session/photos"), photos);
    settings.setValue(QStringLiteral("session/layer"), session.layer);
    settings.setValue(QStringLiteral("session/filter"), session.filter);
    settings.setValue(QStringLiteral("session/demoHintClosed"), session.demoHintClosed);
    settings.setValue(QStringLiteral("window/layout"), layoutVersion);
    settings.setValue(QStringLiteral("window/geometry"), session.geometry);
    settings.setValue(QStringLiteral("window/docks"), session.docks);
}

} // namespace convscope
