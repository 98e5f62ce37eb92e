#pragma once

#include "core/data/input.h"
#include "core/data/labels.h"
#include "core/network/network.h"
#include "ui/present/boardshape.h"
#include "ui/present/look.h"

#include <filesystem>

namespace convscope {

// What a session's text says of things, for those who write and read it.

constexpr int newestSessionVersion =
    2; ///< of sessions and of recipes; in the first each method had one row at most

constexpr const char *sessionFormat = "convscope-session";
constexpr const char *figureFormat = "convscope-figure";

constexpr int newestPresetVersion = 1;
constexpr const char *presetFormat = "convscope-rows";

const char *text(Precision precision);
const char *text(InputOrigin origin);
const char *text(LabelsAsked labels);
const char *text(Colours colours);
const char *text(ColourMap map);
const char *text(Clipping clipping);
const char *text(Contours contours);
const char *text(BoardShape::Size size);

/// What the user's home is written as, as a base of paths. Figures are published, and its name tells whose
/// they are.
constexpr const char *writtenHome = "~";

std::filesystem::path homeFolder();

} // namespace convscope
