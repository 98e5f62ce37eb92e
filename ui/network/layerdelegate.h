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
    /// The text, cut where that says least: of a module the beginning of its name, of a branch the end of its
    /// title; index, kind and range stay.
    static QString fitted(const QString &text, bool isBranch, const QFontMetrics &metrics, int width);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace convscope
