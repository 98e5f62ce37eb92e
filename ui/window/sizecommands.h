#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;

namespace convscope {

class BoardController;
class BoardView;
class Commands;
class GalleryPanel;

/// The entries of the menu View on how large pictures and thumbnails are, which way the board lies, whether
/// its maps lie over the photos, and whether there is evidence below them.
class SizeCommands : public QObject
{
    Q_OBJECT
public:
    SizeCommands(Commands &commands, BoardView &board, BoardController &controller, GalleryPanel &gallery);

private:
    QAction *addChoice(QMenu &menu, QActionGroup *group, const QString &text, const char *name);
    void addPictures(QMenu &menu);
    void addThumbnails(QMenu &menu);
    void showShape();
    void showLooks();

    Commands &m_commands;
    BoardView &m_board;
    BoardController &m_controller;
    GalleryPanel &m_gallery;
    QActionGroup *m_sizes; ///< their data are BoardShape::Size
    QAction *m_turned = nullptr;
    QAction *m_overPhotos = nullptr;
    QAction *m_evidence = nullptr;
};

} // namespace convscope
