#pragma once

#include <QStyledItemDelegate>

namespace convscope {

/// Paints a photo of the gallery: its thumbnail; below it the name, as above its column of the board, with a
/// mark for right or wrong where the network has answered; below that its class with a chip in its colour,
/// and the class that is predicted where that is another. Pinned photos carry a pin. Photos that cannot be
/// read show a marked placeholder.
class PhotoDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// `picture` is the side of the square that thumbnails fit into.
    PhotoDelegate(int picture, QObject *parent);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The same for all, so that a view of any number of photos is laid out at once.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintName(QPainter *painter, const QRect &line, const QModelIndex &index) const;
    void paintClasses(QPainter *painter, const QRect &line, const QModelIndex &index) const;
    void paintPinned(QPainter *painter, const QRect &area, const QPalette &palette) const;
    void paintPicture(
        QPainter *painter, const QRect &area, const QPalette &palette, const QModelIndex &index) const;

    const int m_picture;
};

} // namespace convscope
