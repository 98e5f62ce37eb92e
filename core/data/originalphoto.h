#pragma once

#include "core/data/input.h"
#include "core/image/image.h"

#include <filesystem>

namespace convscope {

/// A part of a picture, where the picture reaches from 0 to 1 along both sides.
struct PicturePart
{
    double x = 0;
    double y = 0;
    double width = 1;
    double height = 1;

    bool operator==(const PicturePart &) const = default;
};

/// A photo at its own resolution, or smaller for a screen.
struct OriginalPhoto
{
    Image image;
    int width = 0; ///< of the photo itself; `image` may be smaller
    int height = 0;
    PicturePart seen; ///< what the network sees of it

    bool isWhole() const { return image.width == width && image.height == height; }
};

/// Decodes a photo turned as the network sees it, in colour and without resizing it. With
/// `minSide` above 0 it is halved as often as its longer side stays at least so long: a screen needs no
/// more. Not for the GUI thread. Throws what decodeImage throws.
OriginalPhoto loadOriginal(const std::filesystem::path &file, const InputDescription &input, int minSide = 0);

/// The pixels of a picture that lie in a part of it; at least one.
Image cutOut(const Image &image, const PicturePart &part);

} // namespace convscope
