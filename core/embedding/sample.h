#pragma once

#include "core/embedding/nearest.h"
#include "core/explain/fields.h"

#include <optional>
#include <vector>

namespace convscope {

/// The places of `count` of the items, rising: as many of each label as of each other, as far as there are
/// (those without a label count as one more), drawn by the seed. All of them where there are no more.
std::vector<int> balancedSample(const std::vector<std::optional<int>> &labels, std::size_t count, Seed seed);

/// Where points stand that have no position of their own: at the mean of their nearest, x and y of each.
std::vector<double> placedBetween(const NearestPoints &nearest, const std::vector<double> &positions);

} // namespace convscope
