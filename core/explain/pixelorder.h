#pragma once

#include "core/explain/fields.h"
#include "core/image/image.h"

#include <vector>

namespace convscope {

/// Whether a heat says something: all of it is finite, and some of it is above 0.
bool saysSomething(const Map &heat);

/// Whether it says besides which pixels come before others: it is not the same everywhere.
bool ordersPixels(const Map &heat);

/// The pixels of a heat 1×H×W, y·W + x, from the hottest on. Equal ones come in a random order, which starts
/// from the seed: that of NumPy's RandomState(seed).permutation(H·W), sorted stably. Reading order would
/// judge the place of a superpixel in the picture.
std::vector<int> pixelOrder(const Map &heat, Seed seed);

/// The photo with the hottest share of its pixels black, rounded to whole pixels. The heat is of its size.
Image withHottestHidden(const Image &photo, const Map &heat, double share, Seed seed);

} // namespace convscope
