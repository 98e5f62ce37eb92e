#pragma once

#include "core/explain/fields.h"

#include <array>

namespace convscope {

/// What takes the place of hidden pixels where a map is measured.
enum class HidingPicture
{
    Black, ///< 0
    /// What the network's own normalisation makes 0: the mean colour that its input tells; black for a
    /// network that does not normalise.
    NetworkMean,
    Blurred, ///< the photo behind a Gaussian of deviation H/12.8, 10 at 128, with the edges reflected
    RiseBlur, ///< the photo behind RISE's 11×11 kernel, with black around it, which darkens the rim
};
template <> struct Words<HidingPicture>
{
    static constexpr std::array all{"black", "network-mean", "blurred", "rise-blur"};
};

} // namespace convscope
