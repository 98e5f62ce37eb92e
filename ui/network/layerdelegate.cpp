#include "ui/network/layerdelegate.h"

#include "ui/network/layermodel.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <algorithm>

namespace convscope {

namespace {

constexpr int barSpace = 18;
constexpr int margin = 2;
constexpr int gap = 2; ///< between bar and text

} // namespace

QSize LayerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize text = QStyledItemDelegate::sizeHint(option, index);
    return {text.width() + margin + barSpace + gap, std::max(text.height(), option.fontMetrics.height() + 6)};
}

void LayerDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem panel = option;
    initStyleOption(&panel, index);
    panel.showDecorationSelected = true; // the bar stands on it as well
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);

    const QRect space(
        option.rect.x() + margin, option.rect.y() + margin, barSpace, option.rect.height() - 2 * margin);
    QStyleOptionViewItem text = option;
    text.rect.setLeft(space.right() + gap);
    QStyledItemDelegate::paint(painter, text, index); // which fits its text into what is left

    const auto size = index.data(LayerModel::BarRole).toSizeF();
    QRectF bar(0, 0, size.width() * space.width(), size.height() * space.height());
    bar.moveCenter(QRectF(space).center());
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const bool selected = option.state & QStyle::State_Selected;
    QColor colour = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Highlight);
    if (!selected && !index.data(LayerModel::ConvolutionRole).toBool()) {
        colour = option.palette.color(QPalette::Text);
        colour.setAlphaF(0.25F);
    }
    painter->fillRect(bar, colour);
}

void LayerDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    const QRect room = option->rect;
    QStyledItemDelegate::initStyleOption(option, index);
    if (!option->widget || room.isEmpty())
        return;
    const QStyle *style = option->widget->style();
    const int around = 2 * (style->pixelMetric(QStyle::PM_FocusFrameHMargin, option, option->widget) + 1);
    const bool isBranch = index.model()->hasChildren(index);
    option->text = fitted(option->text, isBranch, QFontMetrics(option->font), room.width() - around);
}

QString LayerDelegate::fitted(const QString &text, bool isBranch, const QFontMetrics &metrics, int width)
{
    const QString between = QStringLiteral(" · ");
    const auto at = text.lastIndexOf(between);
    if (at < 0 || metrics.horizontalAdvance(text) <= width)
        return text;
    const QString head = text.left(at + between.size());
    const QString tail = text.mid(at);
    if (isBranch)
        return metrics.elidedText(text.left(at), Qt::ElideRight, width - metrics.horizontalAdvance(tail))
            + tail;
    return head
        + metrics.elidedText(text.mid(head.size()), Qt::ElideLeft, width - metrics.horizontalAdvance(head));
}

} // namespace convscope
