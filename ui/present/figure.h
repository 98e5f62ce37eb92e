#pragma once

#include "ui/present/board.h"
#include "ui/present/drawing.h"

#include <QByteArray>
#include <QPainter>
#include <QSizeF>
#include <filesystem>
#include <optional>

namespace convscope {

struct FigureStyle
{
    double cell = 160; ///< side of a picture, in points; follows from the width where that is given
    std::optional<double> widthCm = {}; ///< of the whole figure
    double fontPoints = 9;
    double dpi = 144; ///< of a PNG
    bool captions = true; ///< below the pictures, with the notes that they point to
    bool originals = false; ///< photos at their own resolution, not as the network sees them
    bool photosAsRows = false; ///< one row a photo and one column a view, not the other way round
    QString language = {}; ///< of what the figure itself says, "right" or "low"; empty: as all else

    bool operator==(const FigureStyle &) const = default;
};

// What can be asked of a style.
constexpr double minDpi = 36;
constexpr double maxDpi = 1200;
constexpr double minFontPoints = 4;
constexpr double maxFontPoints = 24;
constexpr double maxWidthCm = 200;

/// Below this the pictures of the board would be too small to be looked at.
double minWidthCm(const Board &board, const FigureStyle &style);

/// Of a page of A4, upright.
constexpr double pageHeightCm = 29.7;

/// The size that paintFigure needs, in points.
QSizeF figureSize(const Board &board, const FigureStyle &style);

/// Paints the board on a light background, in points, from (0, 0). Text is text, pictures are scaled without
/// smoothing.
void paintFigure(QPainter &painter, const Board &board, const FigureStyle &style);

/// Writes a figure as PNG, SVG or PDF by the ending of its name, whole or not at all. `recipe` (JSON) goes
/// into the PNG's text chunk, the SVG's description or a PDF's attachment; recipeOf reads it back. Throws
/// Error: CannotWrite, InvalidOption (another ending, a width that is too small, more pixels than can be
/// painted).
void writeFigure(const std::filesystem::path &file, const Board &board, const FigureStyle &style,
    const QByteArray &recipe);

} // namespace convscope
