#pragma once

#include "core/data/photo.h"
#include "core/explain/filterstatistics.h"
#include "core/network/network.h"

#include <optional>

namespace convscope {

/// What all filters of a layer see in a photo.
struct FilterMaps
{
    Map maps; ///< C×h×w, raw: channel k is the Activation of filter k
    std::vector<FilterStatistics> filters; ///< one a channel
};

/// The maps of all filters of one layer for a photo, from one pass through the network that stops there.
/// Throws Error: NoSuchLayer, LayerWithoutMaps, NotFinite.
FilterMaps filterMaps(const Network &network, const Photo &photo, int layer);

/// The weights of one filter of a convolution, inputs×h×w, raw; none for other layers.
/// Throws Error: NoSuchLayer, LayerWithoutMaps, FilterOutOfRange.
std::optional<Map> filterKernel(const Network &network, int layer, int filter);

} // namespace convscope
