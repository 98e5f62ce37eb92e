#include "ui/board/topbars.h"

#include "ui/present/percent.h"

#include <QPainter>
#include <algorithm>

namespace convscope {

namespace {

constexpr int barHeight = 4;
constexpr int gap = 6;

} // namespace

TopBars::TopBars(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("The likeliest classes"));
}

void TopBars::show(const QList<TopClass> &top)
{
    if (m_top == top)
        return;
    m_top = top;
    const QString text = topLines(top).join(u'\n');
    setAccessibleDescription(text);
    setToolTip(text);
    update();
}

int TopBars::lineHeight() const { return fontMetrics().height() + barHeight + gap; }

/// Room for all of them, so that nothing moves when they come.
QSize TopBars::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'0') * 20, topClassCount * lineHeight()};
}

void TopBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor text = palette().color(QPalette::WindowText);
    QColor ground = text;
    ground.setAlphaF(0.12F);
    QRect line(0, 0, width(), fontMetrics().height());
    for (const TopClass &share : m_top) {
        QFont font = this->font();
        font.setBold(share.isTrue);
        painter.setFont(font);
        const QFontMetrics metrics(font);
        const QString number = percent(share.probability);
        const QString name = share.isTrue ? tr("%1 (true)").arg(share.name) : share.name;
        const int room = line.width() - metrics.horizontalAdvance(number) - gap;
        painter.setPen(text);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, number);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
            metrics.elidedText(name, Qt::ElideRight, room));
        const QRectF bar(line.x(), line.bottom() + 1, line.width(), barHeight);
        painter.fillRect(bar, ground);
        painter.fillRect(
            QRectF(bar.topLeft(), QSizeF(bar.width() * std::clamp(share.probability, 0.0, 1.0), barHeight)),
            share.colour);
        line.translate(0, lineHeight());
    }
}

} // namespace convscope
