#pragma once

#include "core/data/mask.h"
#include "core/image/image.h"

#include <vector>

namespace convscope {

/// Where most of a heat lies (1×H×W, nowhere below 0): for each share the fewest pixels whose heat adds up to
/// at least that share of the whole, and all that are as hot as the coolest of them, as no line can part
/// these. Highest density regions: R. J. Hyndman, "Computing and Graphing Highest Density Regions", The
/// American Statistician 50(2), 1996. Empty where the heat is 0 everywhere.
std::vector<Mask> hottestParts(const Map &heat, const std::vector<double> &shares);

} // namespace convscope
