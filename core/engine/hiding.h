#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/image/image.h"
#include "core/measures/hidingpicture.h"
#include "core/network/network.h"

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace convscope {

/// What hides the pixels of a picture 1×3×H×W; of its size and type.
at::Tensor hidingPicture(HidingPicture kind, const at::Tensor &picture, const InputDescription &input);

/// The place of each pixel of a heat 1×H×W among all, H×W, from 0 for the hottest (pixelOrder).
at::Tensor pixelRanks(const Map &heat, Seed seed, at::Device device);

/// The first picture, with the `count` hottest pixels from the second.
at::Tensor withHottest(
    const at::Tensor &ranks, std::int64_t count, const at::Tensor &first, const at::Tensor &second);

} // namespace convscope
