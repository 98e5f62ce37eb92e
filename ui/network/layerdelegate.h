#pragma once

#include <QStyledItemDelegate>

namespace convscope {

/// Draws a bar before the text of a layer: the wider, the more channels; the higher, the finer the
/// resolution.
class LayerDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace convscope
