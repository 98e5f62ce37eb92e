#pragma once

#include <QColor>
#include <QPointF>

class QPainter;

namespace convscope {

/// What a photo is on a map. Shapes tell apart what shares a colour, and right from wrong without any.
enum class MarkShape
{
    Circle,
    Diamond,
    Triangle,
    Square,
};
constexpr int markShapes = 4;

struct MapMark
{
    QColor colour;
    MarkShape shape = MarkShape::Circle;
    bool isHollow = false; ///< of a photo that was placed beside others
};

/// Paints it with a rim of half of `ink`: without one dark marks vanish on dark ground, and pale ones on
/// white.
void paintMark(QPainter &painter, QPointF centre, double radius, const MapMark &mark, const QColor &ink);

} // namespace convscope
