#pragma once

#include "ui/present/figurename.h"

#include <QByteArray>
#include <QPainter>
#include <QSizeF>
#include <QString>
#include <filesystem>
#include <functional>

namespace convscope {

constexpr double centimetre = 72 / 2.54; ///< in points

/// What can be written as a picture.
struct Drawing
{
    QSizeF size; ///< in points
    std::function<void(QPainter &)> paint; ///< in points, from (0, 0)
    QString title = {}; ///< of the document; empty where there is none
    QByteArray recipe = {}; ///< JSON that goes with it; empty where there is none
};

/// The finest that a PNG of it can have without taking more than half a GiB while it is painted.
double maxDpiOf(const Drawing &drawing);

/// Writes it as PNG, SVG or PDF by the ending of the name, whole or not at all; on white. `dpi` is that of a
/// PNG. Throws Error: CannotWrite, InvalidOption (another ending, more pixels than can be painted).
void writeDrawing(const std::filesystem::path &file, const Drawing &drawing, double dpi);

} // namespace convscope
