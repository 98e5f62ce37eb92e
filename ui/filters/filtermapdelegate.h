#pragma once

#include <QStyledItemDelegate>

namespace convscope {

/// A filter's map over its number. A silent one is hatched and says so.
class FilterMapDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr int side = 56; ///< of the picture

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintPicture(
        QPainter *painter, const QRect &area, const QPalette &palette, const QModelIndex &index) const;
};

} // namespace convscope
