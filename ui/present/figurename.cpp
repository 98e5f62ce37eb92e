#include "ui/present/figurename.h"

#include <algorithm>
#include <cctype>

namespace convscope {

std::string figureEnding(const std::filesystem::path &file)
{
    std::string ending = file.extension().string();
    std::transform(
        ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
    return ending;
}

bool isFigureName(const std::filesystem::path &file)
{
    const std::string ending = figureEnding(file);
    return ending == ".png" || ending == ".svg" || ending == ".pdf";
}

} // namespace convscope
