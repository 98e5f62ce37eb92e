#include "ui/session/recentfiles.h"

#include "ui/present/figure.h"
#include "ui/present/paths.h"
#include "ui/present/session.h"

#include <QMenu>
#include <QSettings>
#include <utility>

namespace convscope {

namespace {

constexpr int maxKept = 10; // as many as there are digits to choose them with

using Kind = RecentFiles::Kind;

QString pathsKey() { return QStringLiteral("recent/paths"); }

QString kindsKey() { return QStringLiteral("recent/kinds"); }

/// The name first: menus are narrow, and folders often alike.
QString menuText(int number, const std::filesystem::path &path)
{
    const QString name = displayText(path.filename());
    QString text = QStringLiteral("%1  (%2)").arg(name, displayText(path.parent_path()));
    text.replace(u'&', QStringLiteral("&&"));
    return QStringLiteral("&%1  %2").arg(number % 10).arg(text);
}

/// Of what earlier versions kept without its kind.
Kind guessedKind(const std::filesystem::path &path)
{
    if (path.extension() == sessionEnding || isFigureName(path))
        return Kind::Session;
    const QString ending = displayText(path.extension());
    static const QStringList endings{QStringLiteral(".pth"), QStringLiteral(".pt"), QStringLiteral(".ckpt"),
        QStringLiteral(".tar"), QStringLiteral(".safetensors"), QStringLiteral(".bin")};
    return endings.contains(ending.toLower()) ? Kind::Network : Kind::Photos;
}

QString headingOf(Kind kind)
{
    switch (kind) {
    case Kind::Network:
        return RecentFiles::tr("Networks");
    case Kind::Photos:
        return RecentFiles::tr("Folders of photos");
    case Kind::Session:
        return RecentFiles::tr("Sessions and figures");
    }
    return {};
}

/// As the path is written that names the same from everywhere.
std::filesystem::path wholePath(const std::filesystem::path &path)
{
    std::error_code ignored;
    const std::filesystem::path whole = std::filesystem::absolute(path, ignored).lexically_normal();
    return whole.has_filename() ? whole : whole.parent_path(); // it ended in a slash
}

} // namespace

RecentFiles::RecentFiles(QMenu &menu, QObject *parent)
    : QObject(parent)
    , m_menu(menu)
{
    fillMenu();
}

QList<RecentFiles::Entry> RecentFiles::entries()
{
    const QSettings settings;
    const QVariantList paths = settings.value(pathsKey()).toList();
    const QVariantList kinds = settings.value(kindsKey()).toList();
    QList<Entry> entries;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const std::filesystem::path path = paths[i].toByteArray().toStdString();
        bool isKind = false;
        const int kind = kinds.value(i).toInt(&isKind);
        isKind = isKind && kind >= 0 && kind <= int(Kind::Session) && kinds.size() == paths.size();
        entries.append({isKind ? Kind(kind) : guessedKind(path), path});
    }
    return entries;
}

QList<std::filesystem::path> RecentFiles::paths() const
{
    QList<std::filesystem::path> paths;
    for (const Entry &entry : entries())
        paths += entry.path;
    return paths;
}

void RecentFiles::set(const QList<Entry> &entries)
{
    QVariantList paths;
    QVariantList kinds;
    for (const Entry &entry : entries) {
        paths += QByteArray::fromStdString(entry.path.string()); // which need not be text
        kinds += int(entry.kind);
    }
    QSettings settings;
    settings.setValue(pathsKey(), paths);
    settings.setValue(kindsKey(), kinds);
    fillMenu();
}

void RecentFiles::add(Kind kind, const std::filesystem::path &path)
{
    const std::filesystem::path whole = wholePath(path);
    QList<Entry> list = entries();
    if (!list.isEmpty() && list.first().path == whole && list.first().kind == kind)
        return;
    list.removeIf([&whole](const Entry &entry) { return entry.path == whole; });
    list.prepend({kind, whole});
    set(list.mid(0, maxKept));
}

void RecentFiles::remove(const std::filesystem::path &path)
{
    QList<Entry> list = entries();
    if (list.removeIf([whole = wholePath(path)](const Entry &entry) { return entry.path == whole; }) > 0)
        set(list);
}

void RecentFiles::clear() { set({}); }

void RecentFiles::fillMenu()
{
    m_menu.clear();
    const QList<Entry> list = entries();
    int number = 0;
    for (const Kind kind : {Kind::Network, Kind::Photos, Kind::Session}) {
        bool isFirst = true;
        for (const Entry &entry : list) {
            if (entry.kind != kind)
                continue;
            if (std::exchange(isFirst, false))
                m_menu.addSection(headingOf(kind));
            QAction *action = m_menu.addAction(menuText(++number, entry.path));
            connect(
                action, &QAction::triggered, this, [this, path = entry.path] { Q_EMIT chosen(path); },
                Qt::QueuedConnection); // the list may lose the action itself
        }
    }
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("&Clear this list")), &QAction::triggered, this, &RecentFiles::clear,
        Qt::QueuedConnection); // the list holds the action itself
    m_menu.setEnabled(!list.isEmpty());
}

} // namespace convscope
