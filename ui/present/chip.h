#pragma once

#include <QBrush>
#include <QRectF>

class QPainter;

namespace convscope {

/// The small square that stands for a class or a colour beside its name, with a rim of the pen's colour: a
/// dark one would vanish on dark ground.
void paintChip(QPainter &painter, const QRectF &square, const QBrush &fill);

} // namespace convscope
