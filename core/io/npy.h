#pragma once

#include "core/image/image.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace convscope {

/// Bytes of a NumPy .npy file (format 1.0, little endian, C order).
std::string npyBytes(const Image &image); ///< uint8 H×W×3
/// Of a map's values.
enum class NpyReal
{
    Float32,
    Float64
};
std::string npyBytes(const Map &map, NpyReal real = NpyReal::Float32); ///< C×H×W
std::string npyBytes2D(const Map &map, NpyReal real = NpyReal::Float32); ///< H×W; the map has one channel
std::string npyBytes(const std::vector<double> &values, NpyReal real); ///< one axis
std::string npyBytes(const std::vector<std::int32_t> &values, int height, int width);
std::string npyBytes(const std::vector<std::int8_t> &values, int height, int width);

/// Writes a file whole or not at all: beside, then renamed. Throws Error: CannotWrite.
void writeFile(const std::filesystem::path &file, const std::string &bytes);

/// The same; the bytes have reached the disk when it returns, so that a power cut leaves the old or the new
/// file. Throws Error: CannotWrite.
void writeFileForGood(const std::filesystem::path &file, const std::string &bytes);

/// What has been renamed or made in a folder has reached the disk. A file system that cannot do that is not
/// an error.
void syncFolder(const std::filesystem::path &folder);

} // namespace convscope
