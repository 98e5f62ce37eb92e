#pragma once

#include "core/engine/network/pickle.h"

namespace convscope {

/// Lists that may be the names of a network's classes, from a checkpoint's own entries (`classes`,
/// `class_to_idx` and the like, as lists or dicts), the likelier first. Whoever knows the number of classes
/// takes the first that fits.
std::vector<std::vector<std::string>> classNamesInside(const PickleTree &tree);

} // namespace convscope
