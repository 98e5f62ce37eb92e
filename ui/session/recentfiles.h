#pragma once

#include <QList>
#include <QObject>
#include <filesystem>

class QMenu;

namespace convscope {

/// The networks, folders of photos, sessions and figures that were opened last, in the user's settings, and
/// the menu that offers them, each kind under its own heading.
class RecentFiles : public QObject
{
    Q_OBJECT
public:
    /// Fills the menu, and keeps it filled.
    explicit RecentFiles(QMenu &menu, QObject *parent = nullptr);

    enum class Kind
    {
        Network,
        Photos,
        Session, ///< or a figure, which brings one as well
    };

    void add(Kind kind, const std::filesystem::path &path);
    /// It is not there any more.
    void remove(const std::filesystem::path &path);
    void clear();
    QList<std::filesystem::path> paths() const;

Q_SIGNALS:
    void chosen(const std::filesystem::path &path);

private:
    struct Entry
    {
        Kind kind;
        std::filesystem::path path;
    };
    static QList<Entry> entries();
    void set(const QList<Entry> &entries);
    void fillMenu();

    QMenu &m_menu;
};

} // namespace convscope
