#include "ui/board/legendview.h"

#include "ui/present/chip.h"

#include <QPainter>

namespace convscope {

namespace {

constexpr int chipSide = 10;
constexpr int barHeight = 8;
constexpr int gap = 6;
constexpr int lines = 3; ///< of the longest legend

} // namespace

LegendView::LegendView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Meaning of the colours"));
}

void LegendView::show(const QList<LegendEntry> &legend, const std::optional<ColourBar> &bar)
{
    m_legend = legend;
    m_bar = bar;
    QStringList texts;
    for (const LegendEntry &entry : legend)
        texts << entry.text;
    if (bar)
        texts << tr("from %1 to %2").arg(bar->low, bar->high);
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
    update();
}

/// The same for all views, so that nothing moves from one to the next.
QSize LegendView::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'0') * 20, lines * fontMetrics().height() + gap};
}

void LegendView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    QRect line(0, 0, width(), fontMetrics().height());
    for (const LegendEntry &entry : m_legend) {
        paintChip(painter, QRectF(line.x(), line.center().y() - chipSide / 2, chipSide, chipSide),
            QBrush(entry.colour, entry.fill));
        painter.drawText(line.adjusted(chipSide + gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(entry.text, Qt::ElideRight, line.width() - chipSide - gap));
        line.translate(0, line.height());
    }
    if (!m_bar)
        return;
    paintBar(painter, QRect(line.x(), line.y(), line.width(), barHeight), *m_bar);
    line.translate(0, barHeight);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_bar->low);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, m_bar->high);
}

} // namespace convscope
