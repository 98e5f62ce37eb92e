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
constexpr int lines = 3; ///< of text

/// A class by its colour and its name, or that none is known.
struct ClassMark
{
    QString name;
    QColor colour;

    bool isKnown() const { return !name.isEmpty(); }
};

/// With its chip before it; the name is cut where it is too long.
void paintClass(QPainter *painter, const QRect &line, const ClassMark &mark)
{
    // Hollow: a class that is none of the network's has no colour.
    const QBrush fill = mark.colour.isValid() ? QBrush(mark.colour) : QBrush(Qt::NoBrush);
    paintChip(*painter, QRectF(line.x(), line.center().y() - chip / 2 + 1, chip, chip), fill);
    const QRect text = line.adjusted(chip + margin, 0, 0, 0);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
        painter->fontMetrics().elidedText(mark.name, Qt::ElideRight, text.width()));
}

} // namespace

int PhotoDelegate::around() { return 2 * margin; }

QSize PhotoDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {m_picture + 2 * margin, m_picture + 3 * margin + lines * option.fontMetrics.height()};
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
    const bool selected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    painter->setPen(option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
    paintPicture(painter, area, index);
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
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, mark);
        text.setRight(line.right() - painter->fontMetrics().horizontalAdvance(mark) - margin);
    }
    const QString name = index.data(ThumbnailModel::TitleRole).toString();
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
        painter->fontMetrics().elidedText(name, Qt::ElideMiddle, text.width()));
}

/// What it is, and below that what the network takes it for, as in the headings of the board.
void PhotoDelegate::paintClasses(QPainter *painter, const QRect &line, const QModelIndex &index) const
{
    const ClassMark is{index.data(ThumbnailModel::ClassNameRole).toString(),
        index.data(ThumbnailModel::ClassColourRole).value<QColor>()};
    if (is.isKnown())
        paintClass(painter, line, is);
    ClassMark said{index.data(ThumbnailModel::PredictedNameRole).toString(),
        index.data(ThumbnailModel::PredictedColourRole).value<QColor>()};
    if (!said.isKnown())
        return;
    const QRect below = line.translated(0, line.height());
    const QString arrow = QStringLiteral("→");
    painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, arrow);
    const QFontMetrics metrics = painter->fontMetrics();
    const QRect room = below.adjusted(metrics.horizontalAdvance(arrow) + margin, 0, 0, 0);
    const QString whole = index.data(ThumbnailModel::PredictionRole).toString();
    if (!whole.isEmpty() && chip + margin + metrics.horizontalAdvance(whole) <= room.width())
        said.name = whole; // with how probable it is
    paintClass(painter, room, said);
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

void PhotoDelegate::paintPicture(QPainter *painter, const QRect &area, const QModelIndex &index) const
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
    QColor ground = painter->pen().color(); // of the text, selected or not
    ground.setAlphaF(0.08F);
    painter->fillRect(area, ground);
    if (index.data(ThumbnailModel::ProblemRole).toString().isEmpty())
        return;
    painter->drawText(area.adjusted(4, 4, -4, -4), Qt::AlignCenter | Qt::TextWordWrap, tr("cannot be read"));
}

} // namespace convscope
