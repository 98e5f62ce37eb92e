#include "ui/window/dropframe.h"

#include "ui/window/largefont.h"

#include <QPainter>

namespace convscope {

namespace {

constexpr int lineWidth = 4;
constexpr int textMargin = 16;

} // namespace

DropFrame::DropFrame(QWidget &window)
    : QWidget(&window)
{
    setObjectName(QStringLiteral("dropFrame"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setGeometry(window.rect());
    raise();
    show();
}

void DropFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor highlight = palette().color(QPalette::Highlight);
    QColor veil = highlight;
    veil.setAlphaF(0.15F);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(highlight, lineWidth));
    constexpr int inset = lineWidth / 2;
    painter.drawRect(rect().adjusted(inset, inset, -inset, -inset));
    painter.setFont(largeFont(font()));
    const QString text = tr("Drop to open");
    QRect plate = painter.fontMetrics().boundingRect(text);
    plate.adjust(-textMargin, -textMargin / 2, textMargin, textMargin / 2);
    plate.moveCenter(rect().center());
    painter.fillRect(plate, highlight);
    painter.setPen(palette().color(QPalette::HighlightedText));
    painter.drawText(plate, Qt::AlignCenter, text);
}

} // namespace convscope
