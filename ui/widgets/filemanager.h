#pragma once

#include <filesystem>
#include <vector>

namespace convscope {

/// Shows files in the desktop's file manager, where it can marks them, else opens the folder of the first.
void showInFileManager(const std::vector<std::filesystem::path> &files);

} // namespace convscope
