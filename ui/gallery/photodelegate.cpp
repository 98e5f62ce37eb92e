#include "ui/gallery/photodelegate.h"

#include "ui/gallery/thumbnailmodel.h"
#include "ui/present/chip.h"
#include "ui/present/pinmark.h"

#include <QApplication>
#include <QPainter>

namespace convscope {

namespace {

constexpr int margin = 4;
constexpr int chip = 8;

QRectF chipAt(int x, const QRect &line) { return QRectF(x, line.center().y() - chip / 2 + 1, chip, chip); }

} // namespace

PhotoDelegate::PhotoDelegate(int picture, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_picture(picture)
{
}

QSize PhotoDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {m_picture + 2 * margin, m_picture + 3 * margin + option.fontMetrics.height()};
}

void PhotoDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    QStyleOptionViewItem panel = option;
    panel.showDecorationSelected = true; // the style highlights the whole item, as its text colour expects
    QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);

    const QRect area(option.rect.x() + (option.rect.width() - m_picture) / 2, option.rect.y() + margin,
        m_picture, m_picture);
    paintPicture(painter, area, option.palette, index);

    const QRect line(area.x(), area.bottom() + margin, area.width(), option.fontMetrics.height());
    const bool selected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor ink = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    QRect text = line;
    if (const QColor colour = index.data(ThumbnailModel::ClassColourRole).value<QColor>(); colour.isValid()) {
        painter->setPen(ink);
        paintChip(*painter, chipAt(line.x(), line), colour);
        text.setLeft(line.x() + chip + margin);
    }
    painter->setPen(ink);
    if (const QVariant right = index.data(ThumbnailModel::RightRole); right.isValid())
        text.setRight(paintAnswer(painter, line, right.toBool(), index) - margin);
    const QString className = index.data(ThumbnailModel::ClassNameRole).toString();
    const QString shown = className.isEmpty() ? index.data(Qt::DisplayRole).toString() : className;
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
        option.fontMetrics.elidedText(shown, Qt::ElideRight, text.width()));

    if (index.data(ThumbnailModel::PinnedRole).toBool())
        paintPinned(painter, area, option.palette);
    if (option.state & QStyle::State_HasFocus) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.rect = option.rect.adjusted(1, 1, -1, -1);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }
    painter->restore();
}

/// At the right end of the line: a mark, and where it is wrong the colour of the class that was predicted.
/// Gives where they begin.
int PhotoDelegate::paintAnswer(
    QPainter *painter, const QRect &line, bool right, const QModelIndex &index) const
{
    QRect rest = line;
    if (!right) {
        paintChip(*painter, chipAt(line.right() - chip + 1, line),
            index.data(ThumbnailModel::PredictedColourRole).value<QColor>());
        rest.setRight(line.right() - chip - 1);
    }
    const QString mark = right ? QStringLiteral("✓") : QStringLiteral("✗");
    painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, mark);
    return rest.right() - painter->fontMetrics().horizontalAdvance(mark);
}

/// In the corner, on a ground that is seen on any photo.
void PhotoDelegate::paintPinned(QPainter *painter, const QRect &area, const QPalette &palette) const
{
    const QRectF badge(area.right() - 21, area.top() + 2, 20, 20);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette.color(QPalette::Highlight));
    painter->drawEllipse(badge);
    painter->restore();
    paintPin(*painter, badge.adjusted(4, 4, -4, -4), palette.color(QPalette::HighlightedText));
}

void PhotoDelegate::paintPicture(
    QPainter *painter, const QRect &area, const QPalette &palette, const QModelIndex &index) const
{
    const QPixmap pixmap = index.data(Qt::DecorationRole).value<QPixmap>();
    if (!pixmap.isNull()) {
        QSize size = pixmap.size().scaled(area.size(), Qt::KeepAspectRatio);
        QRect target(QPoint(), size);
        target.moveCenter(area.center());
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawPixmap(target, pixmap);
        return;
    }
    QColor ground = palette.color(QPalette::Text);
    ground.setAlphaF(0.08F);
    painter->fillRect(area, ground);
    if (index.data(ThumbnailModel::ProblemRole).toString().isEmpty())
        return;
    painter->setPen(palette.color(QPalette::PlaceholderText));
    painter->drawText(area.adjusted(4, 4, -4, -4), Qt::AlignCenter | Qt::TextWordWrap, tr("cannot be read"));
}

} // namespace convscope
