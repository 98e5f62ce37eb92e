#pragma once

namespace convscope {

/// How large the pictures of the board are, and which way it lies. It changes nothing of what is asked.
struct BoardShape
{
    enum class Size
    {
        Automatic, ///< all columns fit where that is possible, and several rows can be compared at a glance
        AllColumns, ///< as large as all columns fit
        AllRows, ///< as large as all rows fit
        Own ///< `side`
    };
    static constexpr int min = 48; ///< of a side that is chosen or fits; below that nothing can be seen
    static constexpr int max = 640;

    Size size = Size::Automatic;
    int side = 128; ///< of a picture, in pixels of the layout
    bool photosAsRows = false; ///< one row a photo and one column a view, not the other way round

    bool operator==(const BoardShape &) const = default;
};

} // namespace convscope
