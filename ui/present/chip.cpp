#include "ui/present/chip.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

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

void paintBar(QPainter &painter, const QRect &bar, const ColourBar &colours)
{
    const bool clear = colours.opacity < 1;
    if (clear)
        painter.fillRect(bar, QColor(Qt::gray));
    for (int x = 0; x < bar.width(); ++x) {
        const double at = double(x) / std::max(1, bar.width() - 1);
        QColor colour(colourAt(colours.map, at));
        // As over a photo: clear where the map says nothing, which is in the middle of a signed one.
        const double high = colours.map == ColourMap::Diverging ? std::abs(2 * at - 1) : at;
        if (clear)
            colour.setAlphaF(float(colours.opacity * high));
        painter.fillRect(bar.x() + x, bar.y(), 1, bar.height(), colour);
    }
}

} // namespace convscope
