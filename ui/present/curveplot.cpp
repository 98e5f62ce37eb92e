#include "ui/present/curveplot.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace convscope {

namespace {

/// The lowest and the highest of several curves over the same places.
std::pair<std::vector<CurvePoint>, std::vector<CurvePoint>> limitsOf(const std::vector<Measured> &maps)
{
    if (maps.empty())
        return {};
    std::vector<CurvePoint> low = maps.front().curve;
    std::vector<CurvePoint> high = low;
    for (const Measured &map : maps) {
        for (std::size_t i = 0; i < std::min(low.size(), map.curve.size()); ++i) {
            low[i].y = std::min(low[i].y, map.curve[i].y);
            high[i].y = std::max(high[i].y, map.curve[i].y);
        }
    }
    return {low, high};
}

QPointF placeOf(const CurvePoint &point, const QRectF &area)
{
    return {area.left() + point.x * area.width(), area.bottom() - point.y * area.height()};
}

QPainterPath pathOf(const std::vector<CurvePoint> &curve, const QRectF &area)
{
    QPainterPath path;
    for (const CurvePoint &point : curve) {
        if (path.elementCount() == 0)
            path.moveTo(placeOf(point, area));
        else
            path.lineTo(placeOf(point, area));
    }
    return path;
}

/// Between the two.
QPainterPath bandOf(
    const std::vector<CurvePoint> &low, const std::vector<CurvePoint> &high, const QRectF &area)
{
    QPainterPath path = pathOf(high, area);
    for (auto point = low.rbegin(); point != low.rend(); ++point)
        path.lineTo(placeOf(*point, area));
    path.closeSubpath();
    return path;
}

QColor faded(QColor colour, double opacity)
{
    colour.setAlphaF(float(opacity));
    return colour;
}

} // namespace

CurvePlot curvePlot(const Measured *own, const RivalBand *band)
{
    CurvePlot plot;
    if (own)
        plot.curve = own->curve;
    if (band) {
        std::tie(plot.low, plot.high) = limitsOf(band->coarse);
        std::tie(plot.randomLow, plot.randomHigh) = limitsOf(band->random);
    }
    return plot;
}

void paintCurvePlot(QPainter &painter, const QRectF &area, const CurvePlot &plot, const PlotColours &colours)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(faded(colours.ink, 0.15), 1));
    for (const double part : {0.25, 0.5, 0.75}) {
        painter.drawLine(placeOf({part, 0}, area), placeOf({part, 1}, area));
        painter.drawLine(placeOf({0, part}, area), placeOf({1, part}, area));
    }
    if (!plot.low.empty())
        painter.fillPath(bandOf(plot.low, plot.high, area), faded(colours.ink, 0.25));
    if (!plot.randomLow.empty())
        painter.fillPath(
            bandOf(plot.randomLow, plot.randomHigh, area), QBrush(faded(colours.ink, 0.6), Qt::BDiagPattern));
    painter.strokePath(pathOf(plot.curve, area), QPen(colours.curve, 2));
    painter.setPen(QPen(faded(colours.ink, 0.5), 1));
    painter.drawRect(area);
    painter.restore();
}

} // namespace convscope
