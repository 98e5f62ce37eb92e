#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/featuremaps.h"
#include "core/index/photoscan.h"

#include <ATen/core/Tensor.h>

namespace convscope {

/// What is kept of a layer's output for one photo, 1×C×h×w, in one sweep over the memory. The sums are taken
/// row by row, so that they are the same for any number of threads. With `rectify`, values below 0 are set to
/// 0 in place.
LayerScan scanMap(FeatureMaps &maps, bool rectify);

/// The values of a map, 1×C×h×w, on an even grid of at most `side`×`side` places: C×places. With `rectify`,
/// values below 0 are given as 0.
at::Tensor sampledPlaces(const FeatureMaps &maps, int side, bool rectify);

} // namespace convscope
