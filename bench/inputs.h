#pragma once

#include "core/data/photo.h"
#include "core/network/network.h"

#include <filesystem>
#include <vector>

namespace convscope::bench {

/// What is measured on, from the command line; set before the first benchmark runs.
struct Inputs
{
    std::filesystem::path model;
    std::vector<std::filesystem::path> photos; ///< four for the tasks that take four
    std::filesystem::path smallJpeg; ///< 512 pixels wide
    std::filesystem::path largeJpeg; ///< 4000 pixels wide
};

Inputs &inputs();

/// inputs().model, opened on the CPU once.
const Network &network();

/// inputs().photos as the network sees them.
const std::vector<Photo> &photos();

} // namespace convscope::bench
