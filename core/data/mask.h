#pragma once

#include "core/image/resize.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace convscope {

/// Where the food is in a photo, at the size of the network's input.
struct Mask
{
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> inside; ///< H×W: 1 on the food, 0 elsewhere; 1 at least once

    bool at(int x, int y) const { return inside[std::size_t(y) * std::size_t(width) + std::size_t(x)] != 0; }
    /// The part of the picture that the food covers, in (0, 1].
    double share() const;
};

/// The mask that belongs to a photo: of `A/…/<stem>.<any>` it is `A/masks/…/<stem>.png`, where A is the
/// photo's folder or one of the three above it; the nearest that has one. So one folder `masks` beside the
/// splits or the class folders of a data set repeats their tree. None where there is no such file.
std::optional<std::filesystem::path> findMask(const std::filesystem::path &photo);

/// Reads a mask of any size and brings it to width×height, the network's input, by its nearest pixels (those
/// that Pillow's NEAREST takes), whatever its shape, as the photo is brought there. Food is where its
/// brightness (ITU-R 601, as Pillow's convert('L')) is above 127. Throws what decodeImage throws, and Error:
/// MaskEmpty where no pixel is food.
Mask readMask(const std::filesystem::path &file, int width, int height);

/// The same of a part of the result, which lies inside it.
Mask readMask(const std::filesystem::path &file, int width, int height, const Window &window);

} // namespace convscope
