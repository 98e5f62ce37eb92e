#pragma once

#include "ui/present/board.h"

#include <QBrush>
#include <QRectF>

class QPainter;

namespace convscope {

/// The small square that stands for a class or a colour beside its name, with a rim of the pen's colour: a
/// dark one would vanish on dark ground.
void paintChip(QPainter &painter, const QRectF &square, const QBrush &fill);

/// What a map's colours stand for, from the lowest to the highest value: over a grey as bright as a photo,
/// where the map lies over the photo.
void paintBar(QPainter &painter, const QRect &bar, const ColourBar &colours);

} // namespace convscope
