#include "ui/filters/filtermapdelegate.h"

#include "ui/filters/filtermapmodel.h"

#include <QApplication>
#include <QPainter>

namespace convscope {

namespace {

constexpr int margin = 4;
constexpr double dimmed = 0.3;
constexpr double sharpFrom = 2; ///< from this enlargement on a picture's own pixels are shown as squares

} // namespace

QSize FilterMapDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {side + 2 * margin, side + 2 * margin + option.fontMetrics.height()};
}

void FilterMapDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    QStyleOptionViewItem panel = option;
    panel.showDecorationSelected = true; // the style highlights the whole item, as its text colour expects
    QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);

    const QRect area(
        option.rect.x() + (option.rect.width() - side) / 2, option.rect.y() + margin, side, side);
    paintPicture(painter, area, option.palette, index);

    const bool selected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    painter->setPen(option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(QRect(area.x(), area.bottom() + 1, side, option.fontMetrics.height()),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, index.data(Qt::DisplayRole).toString());

    if (option.state & QStyle::State_HasFocus) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.rect = option.rect.adjusted(1, 1, -1, -1);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }
    painter->restore();
}

void FilterMapDelegate::paintPicture(
    QPainter *painter, const QRect &area, const QPalette &palette, const QModelIndex &index) const
{
    QColor ground = palette.color(QPalette::Text);
    ground.setAlphaF(0.08F);
    if (index.data(FilterMapModel::SilentRole).toBool()) {
        painter->fillRect(area, palette.color(QPalette::Base));
        painter->fillRect(area, QBrush(palette.color(QPalette::Mid), Qt::BDiagPattern));
        const QRect band(area.x(), area.center().y() - painter->fontMetrics().height() / 2, area.width(),
            painter->fontMetrics().height());
        painter->fillRect(band, palette.color(QPalette::Base));
        painter->setPen(palette.color(QPalette::Text));
        painter->drawText(band, Qt::AlignCenter, tr("silent"));
        return;
    }
    const auto picture = index.data(Qt::DecorationRole).value<QImage>();
    if (picture.isNull()) {
        painter->fillRect(area, ground);
        return;
    }
    QRect target(QPoint(), picture.size().scaled(area.size(), Qt::KeepAspectRatio));
    target.moveCenter(area.center());
    const double scale = target.width() * painter->device()->devicePixelRatioF() / picture.width();
    painter->setRenderHint(QPainter::SmoothPixmapTransform, scale < sharpFrom);
    painter->setOpacity(index.data(FilterMapModel::OutdatedRole).toBool() ? dimmed : 1);
    painter->drawImage(target, picture);
    painter->setOpacity(1);
}

} // namespace convscope
