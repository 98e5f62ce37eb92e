#include "ui/present/sessionwords.h"

#include <cstdlib>

namespace convscope {

const char *text(Precision precision) { return name(precision); }
const char *text(InputOrigin origin) { return name(origin); }
const char *text(LabelsAsked labels) { return name(labels); }
const char *text(Colours colours) { return colours == Colours::Board ? "board" : "notebook"; }
const char *text(ColourMap map)
{
    switch (map) {
    case ColourMap::Viridis:
        return "viridis";
    case ColourMap::Magma:
        return "magma";
    case ColourMap::Cividis:
        return "cividis";
    case ColourMap::Gray:
        return "gray";
    case ColourMap::Diverging:
        break; // nobody chooses it
    }
    return "";
}

const char *text(Clipping clipping) { return word(clipping); }
const char *text(Contours contours) { return word(contours); }

const char *text(BoardShape::Size size)
{
    switch (size) {
    case BoardShape::Size::Automatic:
        return "automatic";
    case BoardShape::Size::AllColumns:
        return "all_columns";
    case BoardShape::Size::AllRows:
        return "all_rows";
    case BoardShape::Size::Own:
        return "own";
    }
    return "";
}

std::filesystem::path homeFolder()
{
    const char *home = std::getenv("HOME");
    const std::filesystem::path folder = std::filesystem::path(home && *home ? home : "/").lexically_normal();
    return folder.has_filename() ? folder : folder.parent_path(); // without a slash behind it
}

} // namespace convscope
