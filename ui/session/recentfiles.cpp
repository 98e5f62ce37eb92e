#include "ui/session/recentfiles.h"

#include "ui/present/paths.h"

#include <QMenu>
#include <QSettings>

namespace convscope {

namespace {

constexpr int mostKept = 10;

QString key() { return QStringLiteral("recent/paths"); }

/// The name first: menus are narrow, and folders often alike.
QString menuText(int number, const std::filesystem::path &path)
{
    const QString name = displayText(path.filename());
    QString text = QStringLiteral("%1  (%2)").arg(name, displayText(path.parent_path()));
    text.replace(u'&', QStringLiteral("&&"));
    return number < 9 ? QStringLiteral("&%1  %2").arg(number + 1).arg(text) : text;
}

} // namespace

RecentFiles::RecentFiles(QMenu &menu, QObject *parent)
    : QObject(parent)
    , m_menu(menu)
{
    fillMenu();
}

QList<std::filesystem::path> RecentFiles::paths() const
{
    QList<std::filesystem::path> paths;
    const QVariantList kept = QSettings().value(key()).toList();
    for (const QVariant &bytes : kept)
        paths += bytes.toByteArray().toStdString();
    return paths;
}

void RecentFiles::set(const QList<std::filesystem::path> &paths)
{
    QVariantList kept;
    for (const auto &path : paths)
        kept += QByteArray::fromStdString(path.string()); // which need not be text
    QSettings().setValue(key(), kept);
    fillMenu();
}

void RecentFiles::add(const std::filesystem::path &path)
{
    std::error_code ignored;
    std::filesystem::path whole = std::filesystem::absolute(path, ignored).lexically_normal();
    if (!whole.has_filename()) // it ended in a slash
        whole = whole.parent_path();
    QList<std::filesystem::path> list = paths();
    if (!list.isEmpty() && list.first() == whole)
        return;
    list.removeAll(whole);
    list.prepend(whole);
    set(list.mid(0, mostKept));
}

void RecentFiles::clear() { set({}); }

void RecentFiles::fillMenu()
{
    m_menu.clear();
    const QList<std::filesystem::path> list = paths();
    for (int i = 0; i < list.size(); ++i) {
        const std::filesystem::path &path = list[i];
        connect(m_menu.addAction(menuText(i, path)), &QAction::triggered, this,
            [this, path] { Q_EMIT chosen(path); });
    }
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("&Clear this list")), &QAction::triggered, this, &RecentFiles::clear,
        Qt::QueuedConnection); // the list holds the action itself
    m_menu.setEnabled(!list.isEmpty());
}

} // namespace convscope
