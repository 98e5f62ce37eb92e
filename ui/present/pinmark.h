#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace convscope {

/// A drawing pin that fills the square, for photos that stay on the board.
void paintPin(QPainter &painter, const QRectF &square, const QColor &colour);

} // namespace convscope
