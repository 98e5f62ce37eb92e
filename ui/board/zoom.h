#pragma once

#include <QPointF>
#include <QRectF>
#include <algorithm>

namespace convscope {

/// The part of every picture that is shown, in the picture's own coordinates from (0, 0) to (1, 1), so that
/// pictures of any size show the same place.
struct Zoom
{
    static constexpr double max = 32;

    double factor = 1; ///< 1 shows the whole picture
    QPointF centre{0.5, 0.5};

    QRectF shown() const
    {
        const double side = 1 / factor;
        return {centre.x() - side / 2, centre.y() - side / 2, side, side};
    }

    /// `by` times larger; what lies at `at` stays in its place, as far as the picture's borders allow.
    Zoom zoomed(double by, QPointF at) const
    {
        const double next = std::clamp(factor * by, 1.0, max);
        return Zoom{next, at + (centre - at) * (factor / next)}.inside();
    }

    /// Another place at the same size.
    Zoom moved(QPointF by) const { return Zoom{factor, centre + by}.inside(); }

    bool operator==(const Zoom &) const = default;

private:
    Zoom inside() const
    {
        const double margin = 0.5 / factor;
        return {
            factor, {std::clamp(centre.x(), margin, 1 - margin), std::clamp(centre.y(), margin, 1 - margin)}};
    }
};

} // namespace convscope
