#pragma once

#include "core/data/mask.h"

#include <QPainter>
#include <QPainterPath>
#include <QRectF>

namespace convscope {

/// The border of what a mask marks, along the edges of its pixels, in a unit square.
QPainterPath outlineOf(const Mask &mask);

/// Draws an outline over the picture in `place`: dark with a light line in it, so that it shows on any
/// picture. `width` of the light line, in the painter's units.
void paintOutline(QPainter &painter, const QPainterPath &outline, const QRectF &place, double width);

/// Draws the contours of a map likewise, but thinner and light with a dark line in it, so that both can be
/// told apart. `width` is that of an outline.
void paintContours(QPainter &painter, const QPainterPath &contours, const QRectF &place, double width);

} // namespace convscope
