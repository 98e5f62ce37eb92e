#include "ui/board/headings.h"

#include "ui/present/chip.h"
#include "ui/present/colours.h"
#include "ui/present/pinmark.h"

#include <QPainter>
#include <QToolButton>

namespace convscope {

namespace {

constexpr int margin = 4;
constexpr int chipSide = 10;
constexpr int barHeight = 8;

/// At the beginning of a line.
QRectF chipOf(const QRect &line)
{
    return QRectF(line.x(), line.center().y() - chipSide / 2 + 1, chipSide, chipSide);
}

/// One line, cut where it does not fit.
void paintLine(QPainter &painter, const QRect &line, const QString &text)
{
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
}

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
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
    if (pinned)
        lines << tr("Pinned: stays while you browse on");
    setToolTip(lines.join(u'\n'));
    setAccessibleName(column.title);
    m_menu->setAccessibleName(tr("Column %1: pin, class that is explained").arg(column.title));
    m_menu->setToolTip(tr("Pin this photo, or choose the class that is explained for it"));
    setAccessibleDescription(lines.join(QStringLiteral(", ")));
    update();
}

int ColumnHeading::heightFor(const QFontMetrics &metrics) { return 3 * metrics.height() + 2 * margin; }

void ColumnHeading::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const int height = fontMetrics().height();
    const QFontMetrics metrics(bold(font()));
    const int right = m_menu->x() - margin;
    const int left = m_pinned ? height : 0;
    if (m_pinned)
        paintPin(painter, QRectF(0, margin + 1, height - 2, height - 2), painter.pen().color());
    QString mark = verdict(m_column);
    if (left + metrics.horizontalAdvance(m_column.title + mark) + margin > right)
        mark.truncate(1); // the name goes before the word, which the tooltip has too
    const int markWidth = mark.isEmpty() ? 0 : metrics.horizontalAdvance(mark) + margin;
    painter.setFont(bold(font()));
    paintLine(painter, QRect(left, margin, right - left - markWidth, height), m_column.title);
    painter.drawText(QRect(0, margin, right, height), Qt::AlignRight | Qt::AlignVCenter, mark);
    painter.setFont(font());
    if (!m_column.trueClass.isEmpty())
        paintClass(painter, 1, m_column.trueColour, tr("true %1").arg(m_column.trueClass));
    if (!m_column.predictedClass.isEmpty())
        paintClass(painter, 2, m_column.predictedColour, tr("→ %1").arg(m_column.predictedClass));
}

void ColumnHeading::paintClass(QPainter &painter, int line, const QColor &chip, const QString &text) const
{
    const QRect area(0, margin + line * fontMetrics().height(), width(), fontMetrics().height());
    paintChip(painter, chipOf(area), chip);
    paintLine(painter, area.adjusted(chipSide + margin, 0, 0, 0), text);
}

RowHeading::RowHeading(QWidget *parent)
    : QWidget(parent)
    , m_menu(makeMenuButton(this))
{
    connect(m_menu, &QToolButton::clicked, this, [this] { Q_EMIT menuAsked(below(m_menu)); });
}

void RowHeading::resizeEvent(QResizeEvent *)
{
    placeMenuButton(m_menu, QRect(0, 0, width() - margin, fontMetrics().height()));
}

void RowHeading::show(const BoardRow &row, const QString &explanation)
{
    m_row = row;
    setToolTip(explanation);
    setAccessibleName(row.detail.isEmpty() ? row.title : tr("%1, %2").arg(row.title, row.detail));
    setAccessibleDescription(explanation);
    m_menu->setAccessibleName(tr("Row %1: place, colours, parameters").arg(row.title));
    m_menu->setToolTip(tr("Move or hide the row, change its colours"));
    update();
}

void RowHeading::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const int height = fontMetrics().height();
    QRect line(0, 0, width() - margin, height);
    painter.setFont(bold(font()));
    paintLine(painter, line.adjusted(0, 0, -m_menu->width(), 0), m_row.title);
    painter.setFont(font());
    if (!m_row.detail.isEmpty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        const QRect detail(line.x(), line.bottom() + 1, line.width(), 3 * height);
        QRect used;
        painter.drawText(detail, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_row.detail, &used);
        line.moveTop(used.bottom() + 1 - height);
    }
    line.translate(0, height + margin);
    painter.setPen(palette().color(QPalette::WindowText));
    for (const LegendEntry &entry : m_row.legend) {
        paintChip(painter, chipOf(line), QBrush(entry.colour, entry.fill));
        paintLine(painter, line.adjusted(chipSide + margin, 0, 0, 0), entry.text);
        line.translate(0, height);
    }
    if (!m_row.colourBar)
        return;
    for (int x = 0; x < line.width(); ++x)
        painter.fillRect(x, line.y(), 1, barHeight,
            QColor(colourAt(m_row.colourBar->map, double(x) / std::max(1, line.width() - 1))));
    line.translate(0, barHeight);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_row.colourBar->low);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, m_row.colourBar->high);
}

} // namespace convscope
