#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/featuremaps.h"
#include "core/index/photoscan.h"

#include <ATen/core/Tensor.h>

namespace convscope {

/// Values of a map on an even grid of places.
struct PlaceSample
{
    int side = 16; ///< of the grid: at most so many rows and columns
    bool rectify = false; ///< values below 0 are given as 0
    at::Tensor values = {}; ///< C×places, filled in
};

/// What is kept of a layer's output for one photo, 1×C×h×w, in one sweep over the memory. The sums are taken
/// row by row, so that they are the same for any number of threads. With `rectify`, values below 0 are set to
/// 0 in place. The sample, if it is asked for, is of the values before that.
LayerScan scanMap(FeatureMaps &maps, bool rectify, PlaceSample *sample = nullptr);

/// The same of maps 1×C×h×w on a device that is not the processor, by its operators, with the sample there as
/// well. Nobody waits: scanOf() makes a LayerScan of the values, 7×C in double.
at::Tensor scanOnDevice(const at::Tensor &maps, PlaceSample *sample = nullptr);
LayerScan scanOf(const std::vector<double> &values, int height, int width);

} // namespace convscope
