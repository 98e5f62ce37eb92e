#pragma once

#include "core/embedding/rows.h"
#include "core/index/filterindex.h"

#include <memory>

namespace convscope {

/// What an index keeps of each photo, as features for a map: of `layer` the mean responses of its filters, or
/// where that is null, what the layer before the answer gives. Rows of photos of which nothing was kept are
/// NaN. Throws Error: FeaturesNotIndexed, with an empty name where the network has no layer before the
/// answer.
FeatureRows featureRows(const std::shared_ptr<const FilterIndex> &index, const IndexedLayer *layer);

} // namespace convscope
