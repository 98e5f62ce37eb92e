#include "ui/present/chip.h"

#include <QPainter>

namespace convscope {

void paintChip(QPainter &painter, const QRectF &square, const QBrush &fill)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor rim = painter.pen().color();
    rim.setAlphaF(0.5F);
    painter.setPen(rim);
    painter.setBrush(fill);
    painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.restore();
}

} // namespace convscope
