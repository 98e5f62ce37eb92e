#include "ui/present/pinmark.h"

#include <QPainter>
#include <QPainterPath>

namespace convscope {

void paintPin(QPainter &painter, const QRectF &square, const QColor &colour)
{
    // Upright in a square of 16 units, then leaned over.
    QPainterPath pin;
    pin.addRoundedRect(QRectF(4.5, 0.5, 7, 2), 1, 1);
    pin.addPolygon(QPolygonF({{5.8, 2.5}, {10.2, 2.5}, {10.6, 6.5}, {5.4, 6.5}}));
    pin.addRoundedRect(QRectF(3, 6.5, 10, 2.2), 1.1, 1.1);
    pin.addPolygon(QPolygonF({{7.2, 8.7}, {8.8, 8.7}, {8, 15.5}}));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.center());
    painter.scale(square.width() / 16, square.height() / 16);
    painter.rotate(35);
    painter.translate(-8, -8);
    painter.fillPath(pin, colour);
    painter.restore();
}

} // namespace convscope
