#pragma once

#include "core/explain/fields.h"
#include "core/image/image.h"
#include "core/image/slic.h"

#include <array>

namespace convscope {

// What methods that hide superpixels ask alike.

/// What a hidden superpixel shows.
enum class SuperpixelFill
{
    Mean, ///< its own mean colour
    Black, ///< 0
    Blurred, ///< the photo, smoothed until only its large shapes are left (BaselinePicture::Blurred)
};
template <> struct Words<SuperpixelFill>
{
    static constexpr std::array all{"mean", "black", "blurred"};
};

/// The photo with every superpixel hidden, 3×H×W, in double as the notebook has the picture.
Map hiddenPicture(const Image &photo, const Segmentation &segments, SuperpixelFill fill);

/// The fields of SlicOptions; for `fields` of a question.
template <typename Slic, typename Visit> void visitSlic(Slic &slic, Visit &&visit)
{
    visit("segments", slic.segments, Bounds{1, 100000});
    visit("compactness", slic.compactness, Bounds{1e-6, 1e6});
    visit("sigma", slic.sigma, Bounds{0, 100});
}

/// The fields of Marking.
template <typename Mark, typename Visit> void visitMarking(Mark &marking, Visit &&visit)
{
    visit("features", marking.features, Bounds{0, 100000});
    visit("min-weight", marking.minWeight, Bounds{0, 1e9});
}

} // namespace convscope
