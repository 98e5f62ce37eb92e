#pragma once

#include "core/data/photo.h"
#include "core/network/network.h"

#include <optional>

namespace convscope {

/// How one filter answers to one photo.
struct FilterStatistics
{
    double mean = 0;
    double most = 0; ///< the largest value
    double zeros = 0; ///< share of values that are exactly zero, in [0, 1]
    bool silent = false; ///< the map is constant, as in Note::SilentFilter
};

/// What all filters of a layer see in a photo.
struct FilterMaps
{
    Map maps; ///< C×h×w, raw: channel k is the Activation of filter k
    std::vector<FilterStatistics> filters; ///< one a channel
};

/// The maps of all filters of one layer for a photo, from one pass through the network that stops there.
/// Throws Error: NoSuchLayer, LayerWithoutMaps, NotFinite.
FilterMaps filterMaps(const Network &network, const Photo &photo, int layer);

/// Of each channel of the map.
std::vector<FilterStatistics> filterStatistics(const Map &maps);

/// The weights of one filter of a convolution, inputs×h×w, raw; none for other layers.
/// Throws Error: NoSuchLayer, LayerWithoutMaps, FilterOutOfRange.
std::optional<Map> filterKernel(const Network &network, int layer, int filter);

/// The convolution whose filters a layer's maps are made from one by one: the layer itself, or the nearest
/// before it with nothing but batch norm, activation functions, pooling and dropout between. None where there
/// is no such.
std::optional<int> convolutionOf(const NetworkInfo &info, int layer);

} // namespace convscope
