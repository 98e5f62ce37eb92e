#pragma once

#include "core/explain/methods.h"
#include "ui/present/colours.h"

#include <QImage>

namespace convscope {

QImage toQImage(const Image &image);

/// An answer as a picture at its native size: saliency and filter image as RGB, min-max normalised;
/// activation in viridis; LIME as the photo with its superpixels marked. `options` are the ones that were
/// asked.
QImage picture(const Answer &answer, const MethodOptions &options, const Image &input, Colours colours);

/// What an answer is worth saying in one line under its picture, e.g. "15 / 0 · 0.00 to 3.12" or
/// "Egg · 62 superpixels · R² 0.71".
QString caption(const Answer &answer, const MethodOptions &options, const QStringList &classNames);

} // namespace convscope
