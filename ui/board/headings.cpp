#include "ui/board/headings.h"

#include "ui/present/chip.h"
#include "ui/present/colours.h"
#include "ui/present/percent.h"
#include "ui/present/pinmark.h"
#include "ui/widgets/fittingfont.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <algorithm>
#include <utility>

namespace convscope {

namespace {

constexpr int margin = 4;
constexpr int chipSide = 10;
constexpr int barHeight = 8;
constexpr int selectionWidth = 3; ///< of the bar beside the selected row's heading
constexpr int textLeft = selectionWidth + 3;

/// At the beginning of a line.
QRectF chipOf(const QRect &line)
{
    return QRectF(line.x(), line.center().y() - chipSide / 2 + 1, chipSide, chipSide);
}

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

QString longestWord(const QString &text)
{
    QString longest;
    for (const QString &word : text.split(u' '))
        longest = word.size() > longest.size() ? word : longest;
    return longest;
}

QString verdict(const BoardColumn &column)
{
    if (!column.known)
        return {};
    return column.right ? ColumnHeading::tr("✓ right") : ColumnHeading::tr("✗ wrong");
}

QToolButton *makeMenuButton(QWidget *heading)
{
    auto *button = new QToolButton(heading);
    button->setObjectName(QStringLiteral("menu"));
    button->setText(QStringLiteral("⋯"));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

/// The button's menu opens below it.
QPoint below(const QToolButton *button) { return button->mapToGlobal(button->rect().bottomLeft()); }

/// Into the heading's line `line`, at its right end. Gives the place it takes from the line.
int placeMenuButton(QToolButton *button, const QRect &line)
{
    const QSize size(button->sizeHint().width(), line.height());
    button->setGeometry(QRect(QPoint(line.right() - size.width() + 1, line.y()), size));
    return size.width();
}

} // namespace

ColumnHeading::ColumnHeading(QWidget *parent)
    : QWidget(parent)
    , m_menu(makeMenuButton(this))
{
    connect(m_menu, &QToolButton::clicked, this, [this] { Q_EMIT menuAsked(below(m_menu)); });
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this,
        [this](const QPoint &at) { Q_EMIT menuAsked(mapToGlobal(at)); });
}

void ColumnHeading::resizeEvent(QResizeEvent *)
{
    placeMenuButton(m_menu, QRect(0, margin, width(), fontMetrics().height()));
}

void ColumnHeading::show(const BoardColumn &column, bool pinned)
{
    m_column = column;
    m_pinned = pinned;
    m_column.cells.clear();
    QStringList lines{column.title};
    if (!column.trueClass.isEmpty())
        lines << tr("True class: %1").arg(column.trueClass);
    if (!column.predictedClass.isEmpty())
        lines << tr("Predicted: %1").arg(column.predictedClass);
    if (column.known)
        lines << verdict(column);
    if (!column.secondClass.isEmpty())
        lines << tr("Predicted by network B: %1").arg(column.secondClass);
    if (pinned)
        lines << tr("Pinned: stays while you browse on");
    setToolTip((lines + topLines(column.top)).join(u'\n'));
    setAccessibleName(column.title);
    m_menu->setAccessibleName(tr("Column %1: pin, class that is explained").arg(column.title));
    m_menu->setToolTip(tr("Pin this photo, or choose the class that is explained for it"));
    setAccessibleDescription(lines.join(QStringLiteral(", ")));
    update();
}

/// Room for all likeliest classes, also where the network has fewer, so that the board stays where it is.
int ColumnHeading::heightFor(const QFontMetrics &metrics, bool withTop, bool withSecond)
{
    const int lines = 3 + (withTop ? topClassCount - 1 : 0) + (withSecond ? 1 : 0);
    return lines * metrics.height() + 2 * margin;
}

void ColumnHeading::setTopShown(bool shown)
{
    m_topShown = shown;
    update();
}

/// Of the first line, for the name and the mark.
int ColumnHeading::roomForName() const
{
    return width() - m_menu->sizeHint().width() - margin - (m_pinned ? fontMetrics().height() : 0);
}

/// What is left out is the same in all headings of a board, so that they can be compared.
bool ColumnHeading::hasRoomForWords() const
{
    const QFontMetrics metrics(bold(font()));
    return metrics.horizontalAdvance(m_column.title + verdict(m_column)) + margin <= roomForName()
        && fontMetrics().horizontalAdvance(tr("true %1").arg(m_column.trueClass)) <= roomForClass();
}

int ColumnHeading::roomForClass() const { return width() - chipSide - margin; }

void ColumnHeading::setBrief(bool brief)
{
    if (m_brief == brief)
        return;
    m_brief = brief;
    update();
}

void ColumnHeading::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const int height = fontMetrics().height();
    const QFontMetrics metrics(bold(font()));
    const int left = m_pinned ? height : 0;
    const int right = left + roomForName();
    if (m_pinned)
        paintPin(painter, QRectF(0, margin + 1, height - 2, height - 2), painter.pen().color());
    const QString mark = m_brief ? QString() : verdict(m_column);
    const int markWidth = mark.isEmpty() ? 0 : metrics.horizontalAdvance(mark) + margin;
    const int room = right - left - markWidth;
    painter.setFont(fittingFont(bold(font()), m_column.title, room));
    painter.drawText(QRect(left, margin, room, height), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
        painter.fontMetrics().elidedText(m_column.title, Qt::ElideMiddle, room)); // names differ at the end
    painter.setFont(bold(font()));
    painter.drawText(
        QRect(0, margin, right, height), Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, mark);
    painter.setFont(font());
    if (!m_column.trueClass.isEmpty()) { // the arrow tells the other line from this one
        const QString text = m_brief ? m_column.trueClass : tr("true %1").arg(m_column.trueClass);
        paintClass(painter, 1, m_column.trueColour, text, m_brief ? verdict(m_column).left(1) : QString());
    }
    const bool hasSecond = !m_column.secondClass.isEmpty();
    if (!m_column.predictedClass.isEmpty()) {
        const QString name = m_column.predictedClass.chopped(m_column.probability.size()).trimmed();
        const QString sign = hasSecond ? QStringLiteral("A ") : QString();
        paintClass(painter, 2, m_column.predictedColour, sign + (m_brief ? name : tr("→ %1").arg(name)),
            m_column.probability);
    }
    if (hasSecond) {
        const QString name = m_column.secondClass.chopped(m_column.secondProbability.size()).trimmed();
        paintClass(painter, 3, m_column.secondColour,
            QStringLiteral("B ") + (m_brief ? name : tr("→ %1").arg(name)), m_column.secondProbability);
    }
    const int firstOfTop = hasSecond ? 3 : 2;
    for (int place = 1; m_topShown && place < m_column.top.size(); ++place) {
        const TopClass &share = m_column.top[place];
        paintClass(painter, firstOfTop + place, share.colour, share.name, percent(share.probability));
    }
}

/// `end` is never cut, the text before it may be.
void ColumnHeading::paintClass(
    QPainter &painter, int line, const QColor &chip, const QString &text, const QString &end) const
{
    const QRect area(0, margin + line * fontMetrics().height(), width(), fontMetrics().height());
    if (chip.isValid())
        paintChip(painter, chipOf(area), chip);
    const QRect room = area.adjusted(chip.isValid() ? chipSide + margin : 0, 0, 0, 0);
    const QString tail = end.isEmpty() ? QString() : QChar::Space + end;
    painter.setFont(fittingFont(font(), text + tail, room.width()));
    const QFontMetrics metrics = painter.fontMetrics();
    const int left = room.width() - metrics.horizontalAdvance(tail);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
        metrics.elidedText(text, Qt::ElideRight, left) + tail);
    painter.setFont(font());
}

RowHeading::RowHeading(QWidget *parent)
    : QWidget(parent)
    , m_menu(makeMenuButton(this))
{
    connect(m_menu, &QToolButton::clicked, this, [this] { Q_EMIT menuAsked(below(m_menu)); });
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this,
        [this](const QPoint &at) { Q_EMIT menuAsked(mapToGlobal(at)); });
}

void RowHeading::resizeEvent(QResizeEvent *)
{
    placeMenuButton(m_menu, QRect(0, 0, width() - margin, fontMetrics().height()));
}

void RowHeading::show(const BoardRow &row, const QString &explanation, bool selected)
{
    m_row = row;
    m_selected = selected;
    const QString held = tr("Held at its layer and filter");
    const QStringList described = row.remarks + QStringList(explanation);
    QStringList tip{row.detail, row.held ? held : QString()};
    tip += described;
    tip.removeAll(QString());
    setToolTip(tip.join(u'\n'));
    QString spoken = row.detail.isEmpty() ? row.title : tr("%1, %2").arg(row.title, row.detail);
    if (row.held)
        spoken = tr("%1, %2").arg(spoken, held);
    setAccessibleName(spoken);
    setAccessibleDescription(described.join(u'\n'));
    m_menu->setAccessibleName(tr("Row %1: place, colours, parameters").arg(row.title));
    m_menu->setToolTip(tr("Move, duplicate or remove the row, change its colours"));
    update();
}

int RowHeading::heightFor(int width) const { return layOut(nullptr, width - textLeft, QWIDGETSIZE_MAX); }

void RowHeading::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_grabbedAt = event->position().toPoint();
    m_dragged = false;
    Q_EMIT pressed();
}

void RowHeading::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_grabbedAt)
        return;
    const QPoint by = event->position().toPoint() - *m_grabbedAt;
    m_dragged = m_dragged || by.manhattanLength() >= QApplication::startDragDistance();
    if (m_dragged)
        Q_EMIT draggedTo(event->globalPosition().toPoint());
}

void RowHeading::mouseReleaseEvent(QMouseEvent *)
{
    m_grabbedAt.reset();
    if (std::exchange(m_dragged, false))
        Q_EMIT dropped();
}

void RowHeading::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_selected) // a bar, which colour-blind eyes see as well
        painter.fillRect(QRect(0, 0, selectionWidth, height()), palette().color(QPalette::Highlight));
    painter.translate(textLeft, 0);
    layOut(&painter, width() - textLeft, height());
}

/// Beside the menu's button; below it where a word would be cut there.
RowHeading::Title RowHeading::titleIn(int wide) const
{
    const QString word = longestWord(m_row.title);
    const auto fontIn = [&](int room) { return fittingFont(bold(font()), word, room); };
    const auto fits = [&](int room) { return QFontMetrics(fontIn(room)).horizontalAdvance(word) <= room; };
    const int line = fontMetrics().height();
    const int pin = m_row.held ? line : 0;
    const int beside = wide - pin - m_menu->sizeHint().width();
    const QPoint place = fits(beside) ? QPoint(pin, 0) : QPoint(0, line);
    const int room = fits(beside) ? beside : wide;
    const Qt::TextFlag wrap = fits(room) ? Qt::TextWordWrap : Qt::TextWrapAnywhere;
    const int height =
        QFontMetrics(fontIn(room)).boundingRect(0, 0, room, QWIDGETSIZE_MAX, wrap, m_row.title).height();
    return {fontIn(room), QRect(place, QSize(room, std::max(line, height))), wrap};
}

/// The bar with what its ends mean; the low end gives way where both do not fit.
void RowHeading::paintColourBar(QPainter &painter, const QRect &area) const
{
    const ColourBar &bar = *m_row.colourBar;
    paintBar(painter, QRect(area.topLeft(), QSize(area.width(), barHeight)), bar);
    const QRect line = area.adjusted(0, barHeight, 0, 0);
    const QFontMetrics metrics = painter.fontMetrics();
    const int forLow = line.width() - metrics.horizontalAdvance(bar.high) - margin;
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
        metrics.elidedText(bar.low, Qt::ElideRight, forLow));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, bar.high);
}

/// Gives the height that it takes. The detail gives way where there is too little: the tooltip has it, and
/// the parameters.
int RowHeading::layOut(QPainter *painter, int width, int height) const
{
    const QFontMetrics metrics = fontMetrics();
    const int wide = width - margin;
    const auto textHeight = [&](const QString &text, int room) {
        return metrics.boundingRect(0, 0, room, QWIDGETSIZE_MAX, Qt::TextWordWrap, text).height();
    };
    const auto draw = [&](const QRect &area, const QString &text, QPalette::ColorRole role) {
        if (!painter)
            return;
        painter->setPen(palette().color(role));
        painter->drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
    };
    const int forText = wide - chipSide - margin;
    int legend = m_row.colourBar ? barHeight + metrics.height() + margin : 0;
    for (const LegendEntry &entry : m_row.legend)
        legend += textHeight(entry.text, forText);

    const Title title = titleIn(wide);
    if (painter) {
        painter->setPen(palette().color(QPalette::WindowText));
        if (m_row.held) {
            const int side = metrics.height() - 2;
            paintPin(*painter, QRectF(0, 1, side, side), palette().color(QPalette::WindowText));
        }
        painter->setFont(title.font);
        painter->drawText(
            title.area, int(Qt::Alignment(Qt::AlignLeft | Qt::AlignTop)) | int(title.wrap), m_row.title);
        painter->setFont(font());
    }
    int y = title.area.bottom() + 1;
    if (!m_row.detail.isEmpty()) {
        // Higher than the font's own where the characters are another's, as Chinese ones are.
        const int line = std::max(metrics.height(), textHeight(m_row.detail, QWIDGETSIZE_MAX));
        const int lines = std::min(textHeight(m_row.detail, wide), height - y - legend - margin) / line;
        if (lines > 0) {
            draw(QRect(0, y, wide, lines * line), m_row.detail, QPalette::PlaceholderText);
            y += lines * line;
        }
    }
    y += margin;
    for (const LegendEntry &entry : m_row.legend) {
        const QRect area(chipSide + margin, y, forText, textHeight(entry.text, forText));
        if (painter) {
            painter->setPen(palette().color(QPalette::WindowText));
            paintChip(
                *painter, chipOf(QRect(0, y, wide, metrics.height())), QBrush(entry.colour, entry.fill));
        }
        draw(area, entry.text, QPalette::WindowText);
        y += area.height();
    }
    if (m_row.colourBar) {
        if (painter)
            paintColourBar(*painter, QRect(0, y, wide, barHeight + metrics.height()));
        y += barHeight;
        y += metrics.height();
    }
    return y;
}

} // namespace convscope
