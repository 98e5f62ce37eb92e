#pragma once

#include <QStyledItemDelegate>

namespace convscope {

/// Paints a photo of the gallery: its thumbnail; below it the name, as above its column of the board, with a
/// mark for right or wrong where the network has answered; below that its class and the one that is
/// predicted, each with a chip in its colour. Pinned photos carry a pin. Photos that cannot be read show a
/// marked placeholder.
class PhotoDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The side of the square that thumbnails fit into.
    int picture() const { return m_picture; }
    void setPicture(int side) { m_picture = side; }
    /// What an item is wider than its picture.
    static int around();

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The same for all, so that a view of any number of photos is laid out at once.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintName(QPainter *painter, const QRect &line, const QModelIndex &index) const;
    void paintClasses(QPainter *painter, const QRect &line, const QModelIndex &index) const;
    void paintPinned(QPainter *painter, const QRect &area, const QPalette &palette) const;
    /// In the painter's colour where there is only text to show.
    void paintPicture(QPainter *painter, const QRect &area, const QModelIndex &index) const;

    int m_picture = 96;
};

} // namespace convscope
