#include "ui/gallery/photodelegate.h"

#include "ui/gallery/thumbnailmodel.h"
#include "ui/present/chip.h"
#include "ui/present/pinmark.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>

namespace convscope {

namespace {

constexpr int margin = 4;
constexpr int chip = 8;

/// A class by its colour and its name, or that none is known.
struct ClassMark
{
    QString name;
    QColor colour;

    bool isKnown() const { return !name.isEmpty(); }
};

/// From x on, the name cut where it is longer than `room`. Gives where it ends.
int paintClass(QPainter *painter, const QRect &line, int x, int room, const ClassMark &mark)
{
    paintChip(*painter, QRectF(x, line.center().y() - chip / 2 + 1, chip, chip), mark.colour);
    const QRect text(x + chip + margin, line.y(), room, line.height());
    const QString shown = painter->fontMetrics().elidedText(mark.name, Qt::ElideRight, room);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, shown);
    return text.x() + std::min(room, painter->fontMetrics().horizontalAdvance(shown));
}

} // namespace

PhotoDelegate::PhotoDelegate(int picture, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_picture(picture)
{
}

QSize PhotoDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {m_picture + 2 * margin, m_picture + 3 * margin + 2 * option.fontMetrics.height()};
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

    const bool selected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    painter->setPen(option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
    const QRect line(area.x(), area.bottom() + margin, area.width(), option.fontMetrics.height());
    paintName(painter, line, index);
    paintClasses(painter, line.translated(0, line.height()), index);

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

/// With the mark at the right end of the line.
void PhotoDelegate::paintName(QPainter *painter, const QRect &line, const QModelIndex &index) const
{
    QRect text = line;
    if (const QVariant right = index.data(ThumbnailModel::RightRole); right.isValid()) {
        const QString mark = right.toBool() ? QStringLiteral("✓") : QStringLiteral("✗");
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, mark);
        text.setRight(line.right() - painter->fontMetrics().horizontalAdvance(mark) - margin);
    }
    const QString name = index.data(ThumbnailModel::TitleRole).toString();
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(name, Qt::ElideMiddle, text.width()));
}

/// "Dessert → Egg": what it is, and what the network takes it for where that is not the same.
void PhotoDelegate::paintClasses(QPainter *painter, const QRect &line, const QModelIndex &index) const
{
    const ClassMark is{index.data(ThumbnailModel::ClassNameRole).toString(),
        index.data(ThumbnailModel::ClassColourRole).value<QColor>()};
    ClassMark said{index.data(ThumbnailModel::PredictedNameRole).toString(),
        index.data(ThumbnailModel::PredictedColourRole).value<QColor>()};
    if (index.data(ThumbnailModel::RightRole).toBool())
        said = {};
    const QFontMetrics &metrics = painter->fontMetrics();
    const QString arrow = QStringLiteral("→");
    int room = line.width();
    for (const ClassMark &mark : {is, said})
        room -= mark.isKnown() ? chip + margin : 0;
    room -= said.isKnown() ? metrics.horizontalAdvance(arrow) + (is.isKnown() ? 2 : 1) * margin : 0;
    // A short name leaves its room to the long one; of two long ones each has half.
    const int isWidth = metrics.horizontalAdvance(is.name);
    const int saidWidth = metrics.horizontalAdvance(said.name);
    const int isRoom = std::min(isWidth, std::max(room / 2, room - saidWidth));
    int x = line.x();
    if (is.isKnown())
        x = paintClass(painter, line, x, said.isKnown() ? isRoom : room, is) + margin;
    if (!said.isKnown())
        return;
    painter->drawText(
        QRect(x, line.y(), line.width(), line.height()), Qt::AlignLeft | Qt::AlignVCenter, arrow);
    x += metrics.horizontalAdvance(arrow) + margin;
    paintClass(painter, line, x, room - (is.isKnown() ? isRoom : 0), said);
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
