#pragma once

#include "ui/present/board.h"

#include <QByteArray>
#include <QPainter>
#include <QSizeF>
#include <filesystem>

namespace convscope {

struct FigureStyle
{
    double cell = 160; ///< side of a picture, in points
    double fontPoints = 9;
    double pngScale = 2; ///< pixels a point
};

/// The size that paintFigure needs, in points.
QSizeF figureSize(const Board &board, const FigureStyle &style);

/// Paints the board on a light background, in points, from (0, 0). Text is text, pictures are scaled without
/// smoothing.
void paintFigure(QPainter &painter, const Board &board, const FigureStyle &style);

/// Writes a figure as PNG, SVG or PDF by the ending of its name, whole or not at all. `recipe` (JSON) goes
/// into the PNG's text chunk, the SVG's or the PDF's metadata. Throws Error: CannotWrite, InvalidOption
/// (another ending).
void writeFigure(const std::filesystem::path &file, const Board &board, const FigureStyle &style,
    const QByteArray &recipe);

} // namespace convscope
