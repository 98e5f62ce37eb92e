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

/// Computes only `window` of the result; `window` must lie inside it.
Image resizeBilinear(const Image &image, int width, int height, const Window &window);

/// A map C×h×w brought to C×height×width: bilinear between the centres of the values, what lies outside of
/// them as at the edge. As PyTorch's interpolate(mode="bilinear", align_corners=False).
Map interpolated(const Map &map, int height, int width);

/// Of `from` equal parts of a side, the one under the centre of part i of `to`: where Pillow's NEAREST takes
/// pixel i of a resized row.
int nearestIndex(int i, int from, int to);

/// The size that fits into the box with the aspect ratio kept, never larger than the image itself.
Image thumbnail(const Image &image, int boxWidth, int boxHeight);

} // namespace convscope
