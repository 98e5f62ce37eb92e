#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace convscope {

/// The whole file, or its first `atMost` bytes.
/// Throws Error: NoSuchFile, CannotRead (also what is no file: a folder, a device, a pipe), FileEmpty,
/// OutOfMemory.
std::vector<std::uint8_t> readFile(const std::filesystem::path &file, std::size_t atMost = SIZE_MAX);

} // namespace convscope
