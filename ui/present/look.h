#pragma once

#include "ui/present/colours.h"

#include <optional>

namespace convscope {

/// How the answers of a row are made into pictures. The standard is the notebook's way but for LIME's
/// colours.
struct Look
{
    Colours colours = Colours::Board; ///< of the marks on superpixels
    /// One value a pixel (of a map with three channels the largest of them) in this map; none: the method's
    /// own colours.
    std::optional<ColourMap> colourMap = {};
    bool sharedScale =
        false; ///< all photos from the row's lowest to its highest value, not each from its own
    bool outline = false; ///< of the food, over the picture of a photo that has a mask
    double opacity = 1; ///< of the map over the photo, in [0, 1]

    bool operator==(const Look &) const = default;
};

} // namespace convscope
