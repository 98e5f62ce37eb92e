#pragma once

#include <filesystem>

namespace convscope {

/// Where the files lie that come with the program: beside the executable in a build tree, else where they are
/// installed, seen from the executable, so that an installation can be moved. The one place that knows.
std::filesystem::path resourceFolder();

/// The first page of the user's guide, found in the same way; it may be missing.
std::filesystem::path documentationFile();

} // namespace convscope
