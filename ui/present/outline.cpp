#include "ui/present/outline.h"

#include <QPen>
#include <QTransform>

namespace convscope {

namespace {

const QColor dark(0, 0, 0);
const QColor light(255, 255, 255);

/// Adds the borders that run along a side of length `along`, between each line of pixels and the next: one
/// stroke for each run. at(i, line) says what is marked, point(i, line) where the corner lies.
template <typename At, typename Point>
void addBorders(QPainterPath &path, int along, int across, At &&at, Point &&point)
{
    for (int line = 0; line <= across; ++line) {
        const auto isBorder = [&](int i) {
            const bool before = line > 0 && at(i, line - 1);
            const bool after = line < across && at(i, line);
            return before != after;
        };
        for (int i = 0; i < along; ++i) {
            if (!isBorder(i))
                continue;
            path.moveTo(point(i, line));
            while (i < along && isBorder(i))
                ++i;
            path.lineTo(point(i, line));
        }
    }
}

/// A line of one colour in a wider one of another.
void paintTwice(QPainter &painter, const QPainterPath &lines, const QRectF &place, double width,
    const QColor &rim, const QColor &middle)
{
    if (lines.isEmpty())
        return;
    QTransform toPlace;
    toPlace.translate(place.x(), place.y());
    toPlace.scale(place.width(), place.height());
    const QPainterPath path = toPlace.map(lines);
    painter.save();
    painter.setClipRect(place, Qt::IntersectClip);
    painter.setBrush(Qt::NoBrush);
    for (const auto &[colour, pen] : {std::pair(rim, 2.5 * width), {middle, width}}) {
        painter.setPen(QPen(colour, pen, Qt::SolidLine, Qt::SquareCap));
        painter.drawPath(path);
    }
    painter.restore();
}

} // namespace

QPainterPath outlineOf(const Mask &mask)
{
    const auto corner = [&](int x, int y) {
        return QPointF(double(x) / mask.width, double(y) / mask.height);
    };
    QPainterPath path;
    addBorders(
        path, mask.width, mask.height, [&](int x, int y) { return mask.at(x, y); },
        [&](int x, int y) { return corner(x, y); });
    addBorders(
        path, mask.height, mask.width, [&](int y, int x) { return mask.at(x, y); },
        [&](int y, int x) { return corner(x, y); });
    return path;
}

void paintOutline(QPainter &painter, const QPainterPath &outline, const QRectF &place, double width)
{
    paintTwice(painter, outline, place, width, dark, light);
}

void paintContours(QPainter &painter, const QPainterPath &contours, const QRectF &place, double width)
{
    constexpr double thinner = 0.6;
    paintTwice(painter, contours, place, thinner * width, light, dark);
}

} // namespace convscope
