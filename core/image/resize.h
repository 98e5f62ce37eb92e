#pragma once

#include "core/image/image.h"

namespace convscope {

/// Bilinear resize, antialiased when it shrinks, in 8-bit fixed point: byte for byte what Pillow's
/// Image.resize((width, height), BILINEAR) and so torchvision's Resize on a PIL image give.
Image resizeBilinear(const Image &image, int width, int height);

/// A part of a picture, in pixels.
struct Window
{
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

/// The same of a part of the result, which lies inside it; no more is computed than that.
Image resizeBilinear(const Image &image, int width, int height, const Window &window);
/// Of `from` equal parts of a side, the one under the centre of part i of `to`: where Pillow's NEAREST takes
/// pixel i of a resized row.
int nearestIndex(int i, int from, int to);

/// The size that fits into the box with the aspect ratio kept, never larger than the image itself.
Image thumbnail(const Image &image, int boxWidth, int boxHeight);

} // namespace convscope
