#include "ui/session/lastsession.h"

#include "ui/present/paths.h"
#include "ui/present/sentences.h"

#include <QCoreApplication>
#include <QSettings>

namespace convscope {

namespace {

namespace fs = std::filesystem;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LastSession)
};

fs::path pathOf(const QVariant &bytes) { return bytes.toByteArray().toStdString(); }

/// The first version kept it among the user's settings.
Session takeFromSettings()
{
    QSettings settings;
    Session session;
    settings.beginGroup(QStringLiteral("session"));
    session.folder = pathOf(settings.value(QStringLiteral("folder")));
    session.split = settings.value(QStringLiteral("split")).toString();
    session.network.file.file = pathOf(settings.value(QStringLiteral("network")));
    for (const QVariant &photo : settings.value(QStringLiteral("photos")).toList())
        session.photos += {pathOf(photo), {}};
    const int layer = settings.value(QStringLiteral("layer"), -1).toInt();
    if (layer >= 0)
        session.layer = layer;
    session.filter = settings.value(QStringLiteral("filter")).toInt();
    settings.endGroup();
    settings.remove(QStringLiteral("session"));
    return session;
}

QString keptAside(const QString &reason)
{
    const fs::path file = lastSessionFile();
    const fs::path aside = file.parent_path() / "session-unreadable.convscope";
    std::error_code problem;
    fs::rename(file, aside, problem);
    const QString text = Texts::tr("The last session could not be restored. %1").arg(reason);
    return problem ? text : Texts::tr("%1 It is kept as %2.").arg(text, displayText(aside));
}

} // namespace

fs::path lastSessionFile()
{
    const fs::path folder = stateFolder();
    return folder.empty() ? folder : folder / "session.convscope";
}

LastSession loadLastSession()
{
    try {
        return {readSession(lastSessionFile()), {}};
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::NoSuchFile)
            return {{}, keptAside(sentence(error))};
    }
    return {takeFromSettings(), {}};
}

} // namespace convscope
