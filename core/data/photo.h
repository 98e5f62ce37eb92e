#pragma once

#include "core/data/input.h"
#include "core/data/mask.h"
#include "core/data/photoset.h"
#include "core/error.h"
#include "core/image/image.h"

#include <memory>

namespace convscope {

/// A photo ready for a network.
struct Photo
{
    std::filesystem::path file; ///< empty where the picture did not come from a file
    std::optional<int> label;
    Image input; ///< what the network sees, before /255
    Notes notes;
    std::optional<Mask> mask = {}; ///< where a mask belongs to the file (findMask)
    std::optional<Error> maskError = {}; ///< why that mask could not be read
    /// The picture 3×H×W that a network is shown in place of `input`/255 where it is not one of 8 bits, as a
    /// photo with noise added. May leave [0, 1].
    std::shared_ptr<const Map> exact = {};
};

/// Decodes and resizes as torchvision does with a PIL image: Resize((height, width)), or Resize(shorter side)
/// and CenterCrop; of gray networks after convert('L'), which leaves three equal channels here. A mask that
/// cannot be read fails by itself. Throws what decodeImage throws.
Photo loadPhoto(const PhotoRef &photo, const InputDescription &input);

} // namespace convscope
