#pragma once

#include "core/explain/answer.h"
#include "ui/present/look.h"

#include <QImage>
#include <QSize>

namespace convscope {

// Both paint numbers. convscope-core has no fonts: there they are null pictures (plain/program).

/// The maps of several layers over the photo, one tile each with the layer's number, in rows from the left.
/// Each is drawn as a class activation map is, or, with two sides, on a scale of its own.
QImage layersPicture(const LayerMaps &answer, const Image &input, const Look &look);

/// The filters that count most as bars, each with its number and its weight, the largest first: to the right
/// what speaks for the class, to the left what speaks against it. Of the shape of `photo`.
QImage barsPicture(const FilterWeights &answer, const QSize &photo, Colours colours);

} // namespace convscope
