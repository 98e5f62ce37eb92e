#pragma once

#include "core/data/input.h"
#include "core/image/decode.h"
#include "core/image/resize.h"

namespace convscope {

/// Which way photos are turned for a network.
inline Orientation orientationFor(const InputDescription &input)
{
    return input.upright ? Orientation::Upright : Orientation::AsStored;
}

/// Where a photo comes to lie for a network: it is made as large as `whole`, of which the network sees
/// `window`.
struct Placement
{
    InputSize whole;
    Window window;
};

/// As torchvision's Resize and CenterCrop place a photo of that size.
Placement placementOf(int width, int height, const InputDescription &input);

} // namespace convscope
