#pragma once

#include "core/data/input.h"

#include "core/explain/methods.h"
#include "ui/present/look.h"

#include <QImage>
#include <QString>
#include <QStringList>

namespace convscope {

QImage toQImage(const Image &image);
/// Of a picture without transparency.
Image toImage(const QImage &picture);

/// An answer as a picture at its native size. A sensitivity and an optimised image: as RGB, min-max
/// normalised, but for one that lies in [0, 1] as photos do; evidence: its channels added up, diverging from
/// white at 0 to ±v of signedScale; a class activation map: finished, at the size of `input`, in viridis; an
/// activation in viridis; superpixels: the photo with those marked. `input` is what the network saw of the
/// photo, at any resolution: what lies over it is as large as it is. A map is drawn from the low to the high
/// of `scale`, in the units of mapRange; without one from its own, which mapRange gives for the look's
/// clipping.
QImage picture(
    const Answer &answer, const Image &input, const Look &look = {}, const std::optional<Range> &scale = {});

/// What an answer is worth saying in one line under its picture, e.g. "0.00 to 3.12" or
/// "Egg · 62 superpixels · R² 0.71".
QString caption(const Answer &answer, const QStringList &classNames);

/// The part of the caption that matters most, for a narrow place, e.g. "R² 0.71".
QString briefCaption(const Answer &answer, const QStringList &classNames);

/// An optimised image as it is looked at; lines are between several pictures.
QImage optimisedPicture(const OptimisedImage &answer);

/// A real-valued map as RGB (three channels) or in viridis (one), from its lowest to its highest value.
/// Fractions of a byte are cut off, as matplotlib does.
QImage mapPicture(const Map &map);

/// A map of one channel in a colour map, from the low to the high of `scale`; all low where these are equal.
QImage mapPicture(const Map &map, ColourMap colourMap, const Range &scale);

/// A picture of a map over the photo, at the photo's size: the lower a value on the scale, the more of the
/// photo is seen through it, so that the map tints only where it says something. `map` (1×h×w) says how high
/// each pixel of `picture` is.
QImage overlaid(
    const QImage &picture, const Map &map, const Range &scale, const Image &input, double opacity);

/// The photo with the borders between its superpixels in yellow.
QImage segmentsPicture(const Image &input, const Segmentation &segments);

/// The photo with marks over it (markedPixels), in the board's colours: what is marked is tinted and
/// outlined, in stripes where `uncertain` (H×W) is not 0; the rest fades.
QImage maskPicture(
    const Image &input, const std::vector<std::int8_t> &mask, const std::vector<std::uint8_t> &uncertain);

/// Three significant digits, e.g. "0.0312", "3.12", "1250".
QString shortNumber(double value);

/// What the network sees of a photo, at the photo's own resolution, or halved as long as its longer side
/// keeps 1024 pixels. Reads the file: not for the GUI thread. Throws what decodeImage throws.
QImage originalPicture(const std::filesystem::path &file, const InputDescription &input);

} // namespace convscope
