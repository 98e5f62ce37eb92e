#pragma once

#include <QColor>
#include <QRgb>

namespace convscope {

/// How maps are coloured. Board: viridis for maps, blue and orange for LIME. Notebook: as matplotlib and the
/// lime package show them (viridis too; green and red for LIME).
enum class Colours
{
    Board,
    Notebook
};

/// How a map of one value a pixel is coloured. All rise evenly in lightness and can be told apart by
/// colour-blind eyes.
enum class ColourMap
{
    Viridis,
    Magma,
    Cividis,
    Gray,
    Diverging, ///< of signed maps: white in the middle
};

/// t in [0, 1], clamped; NaN as 0. The steps are matplotlib's.
QRgb colourAt(ColourMap map, double t);

/// t in [−1, 1], clamped; NaN as 0: orange below zero, near white at zero, blue above, as the marks on
/// superpixels; even in lightness on both sides and apart for colour-blind eyes.
QRgb diverging(double t);

/// The colour of a class, the same everywhere, apart also for colour-blind eyes (Tol's palettes); repeats
/// after 12.
QColor classColour(int label);

/// LIME's marks: a superpixel that speaks for the class, and one that speaks against it.
QColor forColour(Colours colours);
QColor againstColour(Colours colours);

} // namespace convscope
