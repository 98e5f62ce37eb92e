#pragma once

#include "core/explain/evidence.h"

#include <QColor>
#include <QRectF>
#include <optional>
#include <vector>

class QPainter;

namespace convscope {

/// A curve from 0 to 1 along both axes, with what random maps give as bands from their lowest to their
/// highest.
struct CurvePlot
{
    std::vector<CurvePoint> curve; ///< empty while it is not known
    std::vector<CurvePoint> low, high; ///< of the coarse random maps; empty while they are not known
    std::vector<CurvePoint> randomLow, randomHigh; ///< of pixel noise
};

/// `own`: of the map; null while it is not known, and likewise the band.
CurvePlot curvePlot(const Measured *own, const RivalBand *band);

struct PlotColours
{
    QColor ink; ///< of frame and letters
    QColor curve;
};

/// Fills the area: a frame with its quarters, the bands and the curve. Pixel noise is hatched, so that it is
/// told apart without colours.
void paintCurvePlot(QPainter &painter, const QRectF &area, const CurvePlot &plot, const PlotColours &colours);

} // namespace convscope
