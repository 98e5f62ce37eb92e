#pragma once

#include "core/image/image.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <nlohmann/json.hpp>

namespace convscope {

/// A picture as tests/reference/images.py states it: its size and the CRC-32 (as zlib computes it) of its
/// bytes.
inline std::string summary(const Image &image)
{
    std::uint32_t crc = 0xffffffff;
    for (const std::uint8_t byte : image.pixels) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
    }
    return std::to_string(image.width) + "x" + std::to_string(image.height) + " " + std::to_string(~crc);
}

inline std::string summary(const nlohmann::json &expected)
{
    return std::to_string(expected["width"].get<int>()) + "x" + std::to_string(expected["height"].get<int>())
        + " " + std::to_string(expected["crc32"].get<std::uint32_t>());
}

inline std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline nlohmann::json imageReference()
{
    return nlohmann::json::parse(contentOf(std::filesystem::path(CONVSCOPE_REFERENCE) / "images.json"));
}

} // namespace convscope
