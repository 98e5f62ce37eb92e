#pragma once

#include "core/explain/measure.h"

#include <optional>

namespace convscope {

/// Relevance rank accuracy: of the K hottest pixels the share that lies on the food, whose mask has K pixels.
/// Where several are equal to the last of the K, the mean over all choices among them. None where the heat is
/// the same everywhere or not finite, and where the food is the whole picture. The heat has the mask's size.
/// Arras, Osman, Samek, "CLEVR-XAI", arXiv:2003.07258.
std::optional<double> rankAccuracy(const Map &heat, const Mask &mask);

/// The same as a measure, "rank-accuracy".
MeasurePtr rankAccuracyMeasure();

} // namespace convscope
