#include "ui/microscope/tiles.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>
#include <algorithm>

namespace convscope {

namespace {

constexpr int margin = 5;

QColor between(const QColor &from, const QColor &to, float share)
{
    return QColor::fromRgbF(from.redF() + share * (to.redF() - from.redF()),
        from.greenF() + share * (to.greenF() - from.greenF()),
        from.blueF() + share * (to.blueF() - from.blueF()));
}

} // namespace

QStringList TileDelegate::linesOf(const QStringList &texts, const QFont &font, int width, int most)
{
    const QFontMetrics metrics(font);
    QStringList lines;
    if (texts.isEmpty())
        return lines;
    const int room = std::max(1, most - int(texts.size()) + 1);
    QTextLayout layout(texts.first(), font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    while (int(lines.size()) < room) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        const bool isLast = int(lines.size()) == room - 1;
        const QString rest = texts.first().mid(line.textStart(), isLast ? -1 : line.textLength()).trimmed();
        lines += metrics.elidedText(rest, Qt::ElideRight, width);
    }
    layout.endLayout();
    for (const QString &text : texts.mid(1, most - room))
        lines += metrics.elidedText(text, Qt::ElideMiddle, width);
    return lines;
}

TileDelegate::TileDelegate(int side, int lines, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_side(side)
    , m_lines(lines)
{
}

QSize TileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {m_side + 2 * margin, m_side + 3 * margin + (1 + m_lines) * option.fontMetrics.height()};
}

void TileDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    QStyleOptionViewItem panel = option;
    panel.showDecorationSelected = true; // the style highlights the whole item, as its text colour expects
    QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);

    const QRect area(
        option.rect.x() + (option.rect.width() - m_side) / 2, option.rect.y() + margin, m_side, m_side);
    const auto picture = index.data(TilePictureRole).value<TilePicture>();
    CropLook look;
    look.isWhole = picture.isWhole;
    look.hasMap = picture.hasMap;
    look.ground = between(option.palette.color(QPalette::Base), option.palette.color(QPalette::Text), 0.08F);
    look.ink = option.palette.color(QPalette::Text);
    painter->setFont(option.font);
    if (!picture.image.isNull()) {
        painter->save();
        paintTile(*painter, area, picture.image);
        painter->restore();
    } else {
        paintCrop(*painter, area, picture.crop ? *picture.crop : FilterCrop(), look);
    }

    const bool selected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    painter->setPen(option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
    QFont bold = option.font;
    bold.setBold(true);
    const int height = option.fontMetrics.height();
    QRect line(area.x(), area.bottom() + margin, m_side, height);
    painter->setFont(bold);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
    painter->setFont(option.font);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, index.data(TileRightRole).toString());
    const QStringList texts = index.data(TileLinesRole).toStringList();
    for (const QString &text : linesOf(texts, option.font, m_side, m_lines)) {
        line.translate(0, height);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text);
    }

    if (option.state & QStyle::State_HasFocus) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.rect = option.rect.adjusted(1, 1, -1, -1);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }
    painter->restore();
}

TileList::TileList(QWidget *parent)
    : QListView(parent)
{
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListView::clicked, this, &TileList::toggled);
}

void TileList::keyPressEvent(QKeyEvent *event)
{
    if (!currentIndex().isValid() || event->modifiers() != Qt::NoModifier) {
        QListView::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Space:
        Q_EMIT toggled(currentIndex());
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter: // not every style opens an item by it
        Q_EMIT doubleClicked(currentIndex());
        return;
    default:
        QListView::keyPressEvent(event);
    }
}

} // namespace convscope
