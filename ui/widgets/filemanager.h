#pragma once

#include <filesystem>
#include <functional>
#include <vector>

namespace convscope {

/// Shows files in the desktop's file manager, where it can mark them, else opens the folder of the first.
void showInFileManager(const std::vector<std::filesystem::path> &files, std::function<void()> failed = {});

/// Opens a file with the program that the desktop has for it. False: it has none.
bool openWithItsProgram(const std::filesystem::path &file);

} // namespace convscope
