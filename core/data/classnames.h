#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace convscope {

/// The eleven classes of Food-11 in the order of their labels.
const std::vector<std::string> &food11ClassNames();

/// Names for a network of `count` classes: Food-11's for 11, else "class 0", "class 1" and so on.
std::vector<std::string> classNames(int count);

/// One name a line, from a text file; an empty last line is ignored.
/// Throws Error: NoSuchFile, CannotRead, FileEmpty.
std::vector<std::string> readClassNames(const std::filesystem::path &file);

} // namespace convscope
