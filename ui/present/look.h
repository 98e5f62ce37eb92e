#pragma once

#include "core/explain/fields.h"
#include "ui/present/colours.h"

#include <array>
#include <optional>
#include <vector>

namespace convscope {

/// What is cut off at the end of a map's scale, so that few values do not pale all others: of maps that are
/// signed a share of the sum of |values|, as Captum does, of others a share of the values, as PAIR does.
enum class Clipping
{
    Standard, ///< as is usual for the method
    None, ///< up to the largest value
    OnePercent,
    TwoPercent,
    FivePercent,
    TenPercent,
};
template <> struct Words<Clipping>
{
    static constexpr std::array all{"standard", "none", "1%", "2%", "5%", "10%"};
};

/// The share that is cut off; none: as is usual for the method.
std::optional<double> outliersOf(Clipping clipping);

/// Which lines lie over a map: each encloses the smallest part of it that has a share of its heat.
enum class Contours
{
    None,
    Half,
    Quarters, ///< a quarter, a half and three quarters
};
template <> struct Words<Contours>
{
    static constexpr std::array all{"none", "half", "quarters"};
};

/// The shares of the heat's sum that the lines enclose.
std::vector<double> sharesOf(Contours contours);

/// How the answers of a row are made into pictures. The standard is the notebook's way but for LIME's
/// colours. No number depends on it.
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
    Clipping clipping = Clipping::Standard; ///< of the map's scale
    Contours contours = Contours::None; ///< over the map
    bool evidence = false; ///< what is measured of the map is told below the picture, beside random maps

    bool operator==(const Look &) const = default;
};

} // namespace convscope
