#pragma once

#include "core/image/image.h"
#include "core/network/network.h"

#include <optional>
#include <vector>

namespace convscope {

// What can be said of filters without running the network.

/// How one filter answers to one photo.
struct FilterStatistics
{
    double mean = 0;
    double max = 0;
    double zeros = 0; ///< share of values that are exactly zero, in [0, 1]
    bool silent = false; ///< the map is constant, as in Note::SilentFilter
};

/// Of each channel of the map, C×h×w.
std::vector<FilterStatistics> filterStatistics(const Map &maps);

/// The convolution whose filters a layer's maps are made from one by one: the layer itself, or the nearest
/// before it with nothing but batch norm, activation functions, pooling and dropout between. None where there
/// is no such.
std::optional<int> convolutionOf(const NetworkInfo &info, int layer);

} // namespace convscope
