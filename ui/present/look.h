#pragma once

#include "ui/present/colours.h"
#include "ui/present/view.h"

#include <optional>

namespace convscope {

/// How the answers of a view are made into pictures. The standard is the notebook's way but for LIME's
/// colours.
struct Look
{
    Colours colours = Colours::Board; ///< of LIME's marks
    /// One value a pixel (of saliency the largest of its three) in this map; none: saliency as RGB,
    /// activation in viridis.
    std::optional<ColourMap> colourMap = {};
    bool sharedScale =
        false; ///< all photos from the row's lowest to its highest value, not each from its own
    bool outline = false; ///< of the food, over the picture of a photo that has a mask
    double opacity = 1; ///< of the map over the photo, in [0, 1]

    bool operator==(const Look &) const = default;
};

/// Whether colour map, scale and opacity mean something in a view: it shows a map of one value a pixel, or
/// can.
inline bool hasMapLook(View view) { return view == View::Saliency || view == View::Activation; }

} // namespace convscope
