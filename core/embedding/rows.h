#pragma once

#include <cstddef>
#include <functional>

namespace convscope {

/// A table of features, a row for each photo, which need not be in memory.
struct FeatureRows
{
    std::size_t count = 0;
    std::size_t width = 0;
    /// Writes `count` rows from `first` on to `to`, one after the other. Reads the disk, perhaps; throws
    /// Error.
    std::function<void(std::size_t first, std::size_t count, float *to)> read;
};

} // namespace convscope
