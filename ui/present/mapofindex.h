#pragma once

#include "core/index/filterindex.h"
#include "ui/present/photomap.h"

namespace convscope {

/// A filter whose values colour a map.
struct MapFilter
{
    IndexedLayer layer;
    int filter = 0;
};

/// What a map of an index's photos shows besides the places: their files below `folder`, classes and
/// predictions, and the mean response of a filter. `layer`: null where the map is made of the layer before
/// the answer. Reads the index: not for the GUI thread. Throws Error: FilterOutOfRange, FilterNotTold,
/// IndexDamaged.
PhotoMapData mapOfIndex(const FilterIndex &index, const std::filesystem::path &folder,
    const IndexedLayer *layer, const std::optional<MapFilter> &valued, const QStringList &classNames);

} // namespace convscope
