#pragma once

#include "core/data/photoset.h"

#include <filesystem>
#include <string>

namespace convscope {

// How photos are known again by those who keep something of them.

/// The bytes of a photo's path, below the set's folder where it lies there.
std::string nameBelow(const PhotoSet &set, const PhotoRef &photo);

/// Of these photos, whatever folder the program was started in. Photos named one by one are known by all
/// their names.
std::filesystem::path keyFolder(const PhotoSet &set);

} // namespace convscope
