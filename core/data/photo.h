#pragma once

#include "core/data/mask.h"
#include "core/data/photoset.h"
#include "core/error.h"
#include "core/image/decode.h"

namespace convscope {

/// What a network is given: the size it wants its input in.
struct InputSize
{
    int width = 128;
    int height = 128;
    bool operator==(const InputSize &) const = default;
};

/// A photo ready for a network.
struct Photo
{
    std::filesystem::path file; ///< empty where the picture did not come from a file
    std::optional<int> label;
    Image input; ///< what the network sees, before /255
    Notes notes;
    std::optional<Mask> mask = {}; ///< where a mask belongs to the file (findMask)
    std::optional<Error> maskError = {}; ///< why that mask could not be read
};

/// Decodes and resizes as the notebook does: Resize((height, width)) on a PIL image. A mask that
/// cannot be read fails by itself. Throws what decodeImage throws.
Photo loadPhoto(const PhotoRef &photo, InputSize size, Orientation orientation = Orientation::AsStored);

} // namespace convscope
