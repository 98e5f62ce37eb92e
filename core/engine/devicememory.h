#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace convscope {

/// Bytes of a GPU ("cuda:0") that nobody has taken; none of other devices, and where it cannot be told. What
/// LibTorch keeps for later counts as taken.
std::optional<std::size_t> freeMemory(const std::string &device);

} // namespace convscope
