#pragma once

#include <filesystem>
#include <string>

namespace convscope {

/// ".png", in small letters; whatever stands there in its place.
std::string figureEnding(const std::filesystem::path &file);

/// Whether the name ends in .png, .svg or .pdf.
bool isFigureName(const std::filesystem::path &file);

} // namespace convscope
