#pragma once

#include <filesystem>
#include <vector>

namespace convscope {

/// What comes with the program to try it on: photos with masks, and a network trained on such.
struct Demo
{
    std::filesystem::path network;
    std::filesystem::path photos; ///< the data folder
    std::vector<std::filesystem::path> chosen; ///< of the photos, the ones to begin with
};

/// The demo below the folder of resources, whether it is there or not.
Demo demoIn(const std::filesystem::path &resources);

} // namespace convscope
