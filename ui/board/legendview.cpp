#include "ui/board/legendview.h"

#include "ui/present/chip.h"

#include <QPainter>

namespace convscope {

namespace {

constexpr int chipSide = 10;
constexpr int barHeight = 8;
constexpr int gap = 6;
constexpr int lines = 3; ///< of the longest legend; of a bar's ends and two remarks

} // namespace

LegendView::LegendView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Meaning of the colours"));
}

void LegendView::show(const BoardRow &row)
{
    m_row = row;
    QStringList texts;
    for (const LegendEntry &entry : row.legend)
        texts << entry.text;
    if (row.colourBar)
        texts << tr("from %1 to %2").arg(row.colourBar->low, row.colourBar->high);
    texts << row.remarks;
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
    setToolTip(row.remarks.join(u'\n'));
    update();
}

/// The same for all views, so that nothing moves from one to the next.
QSize LegendView::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'0') * 20, lines * fontMetrics().height() + barHeight};
}

void LegendView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    QRect line(0, 0, width(), fontMetrics().height());
    for (const LegendEntry &entry : m_row.legend) {
        paintChip(painter, QRectF(line.x(), line.center().y() - chipSide / 2, chipSide, chipSide),
            QBrush(entry.colour, entry.fill));
        painter.drawText(line.adjusted(chipSide + gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(entry.text, Qt::ElideRight, line.width() - chipSide - gap));
        line.translate(0, line.height());
    }
    if (m_row.colourBar) {
        const ColourBar &bar = *m_row.colourBar;
        paintBar(painter, QRect(line.x(), line.y(), line.width(), barHeight), bar);
        line.translate(0, barHeight);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, bar.low);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, bar.high);
        line.translate(0, line.height());
    }
    for (const QString &remark : m_row.remarks) {
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(remark, Qt::ElideRight, line.width()));
        line.translate(0, line.height());
    }
}

} // namespace convscope
