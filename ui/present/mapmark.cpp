#include "ui/present/mapmark.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>

namespace convscope {

void paintMark(QPainter &painter, QPointF centre, double radius, const MapMark &mark, const QColor &ink)
{
    QColor rim = ink;
    rim.setAlphaF(0.5F * ink.alphaF());
    QColor fill = mark.colour;
    if (mark.isHollow) {
        painter.setPen(QPen(fill, std::min(1.4, 0.42 * radius)));
        fill.setAlphaF(0.15F * fill.alphaF());
    } else {
        painter.setPen(QPen(rim, 0.7));
    }
    painter.setBrush(fill);
    const double x = centre.x();
    const double y = centre.y();
    // About of the same area.
    switch (mark.shape) {
    case MarkShape::Circle:
        painter.drawEllipse(centre, radius, radius);
        return;
    case MarkShape::Square: {
        const double half = 0.88 * radius;
        painter.drawRect(QRectF(x - half, y - half, 2 * half, 2 * half));
        return;
    }
    case MarkShape::Diamond: {
        const double half = 1.28 * radius;
        painter.drawPolygon(QPolygonF({{x, y - half}, {x + half, y}, {x, y + half}, {x - half, y}}));
        return;
    }
    case MarkShape::Triangle: {
        const double half = 1.2 * radius;
        painter.drawPolygon(
            QPolygonF({{x, y - 1.25 * radius}, {x + half, y + 0.9 * radius}, {x - half, y + 0.9 * radius}}));
        return;
    }
    }
}

} // namespace convscope
