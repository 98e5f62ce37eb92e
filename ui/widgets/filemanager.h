#pragma once

#include <filesystem>
#include <vector>

namespace convscope {

/// Shows files in the desktop's file manager, where it can mark them, else opens the folder of the first.
void showInFileManager(const std::vector<std::filesystem::path> &files);

/// Opens a file with the program that the desktop has for it. False: it has none.
bool openWithItsProgram(const std::filesystem::path &file);

} // namespace convscope
