#pragma once

#include "ui/present/filtercrops.h"

#include <QListView>
#include <QStyledItemDelegate>
#include <memory>
#include <optional>

namespace convscope {

/// What stands in a tile: a crop, or a picture; with neither it is still to come.
struct TilePicture
{
    std::shared_ptr<const FilterCrop> crop = {};
    QImage image = {};
    bool isWhole = false; ///< as in CropLook
    bool hasMap = false;
};

/// Roles of the models of tiles, besides Qt's: DisplayRole is the text below the picture.
enum TileRole
{
    TilePictureRole = Qt::UserRole + 100, ///< TilePicture
    TileRightRole, ///< right of the text
    TileLinesRole, ///< QStringList: below the text; the first one may take several lines
    TileLastRole
};

/// A picture over a bold text and some lines. The first text wraps into the lines that the others leave, and
/// is cut at its end where these do not suffice; of the others, names of files, the middle is cut.
class TileDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    TileDelegate(int side, int lines, QObject *parent);

    /// What stands in the lines of a tile that is so wide.
    static QStringList linesOf(const QStringList &texts, const QFont &font, int width, int most);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_side; ///< of the picture
    int m_lines;
};

/// Tiles that wrap. Space and a click toggle one, Enter and a double click open it.
class TileList : public QListView
{
    Q_OBJECT
public:
    explicit TileList(QWidget *parent = nullptr);

Q_SIGNALS:
    void toggled(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace convscope
