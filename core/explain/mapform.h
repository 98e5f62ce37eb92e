#pragma once

#include "core/explain/fields.h"

namespace convscope {

/// What is made of a method's map.
enum class MapForm
{
    AsIs,
    Absolute, ///< the size of each value
    Superpixels, ///< in each channel, the mean over each superpixel of the photo
    AbsoluteSuperpixels, ///< the mean of the sizes
};
template <> struct Words<MapForm>
{
    static constexpr std::array all{"as-is", "absolute", "superpixels", "absolute-superpixels"};
};

constexpr bool isAbsolute(MapForm form)
{
    return form == MapForm::Absolute || form == MapForm::AbsoluteSuperpixels;
}

constexpr bool isOverSuperpixels(MapForm form)
{
    return form == MapForm::Superpixels || form == MapForm::AbsoluteSuperpixels;
}

} // namespace convscope
