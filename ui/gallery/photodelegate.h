#pragma once

#include <QStyledItemDelegate>

namespace convscope {

/// Paints a photo of the gallery: its thumbnail, and below it a chip in the colour of its class with the
/// name, and a mark for right or wrong where the network has answered. Pinned photos carry a pin. Photos that
/// cannot be read show a marked placeholder.
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
    int paintAnswer(QPainter *painter, const QRect &line, bool right, const QModelIndex &index) const;
    void paintPinned(QPainter *painter, const QRect &area, const QPalette &palette) const;
    void paintPicture(
        QPainter *painter, const QRect &area, const QPalette &palette, const QModelIndex &index) const;

    const int m_picture;
};

} // namespace convscope
