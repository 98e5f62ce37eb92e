#pragma once

#include <QList>
#include <QObject>
#include <filesystem>

class QMenu;

namespace convscope {

/// The networks, folders of photos, sessions and figures that were opened last, in the user's settings, and
/// the menu that offers them.
class RecentFiles : public QObject
{
    Q_OBJECT
public:
    /// Fills the menu, and keeps it filled.
    explicit RecentFiles(QMenu &menu, QObject *parent = nullptr);

    void add(const std::filesystem::path &path);
    void clear();
    QList<std::filesystem::path> paths() const;

Q_SIGNALS:
    void chosen(const std::filesystem::path &path);

private:
    void set(const QList<std::filesystem::path> &paths);
    void fillMenu();

    QMenu &m_menu;
};

} // namespace convscope
