#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace convscope {

/// The eleven classes of Food-11 in the order of their labels.
const std::vector<std::string> &food11ClassNames();

/// ImageNet's 1000 classes in the order in which torchvision's networks give them.
const std::vector<std::string> &imagenetClassNames();

/// Names for a network of `count` classes: Food-11's for 11, else "class 0", "class 1" and so on. The latter
/// are for files and folders; people read className() of ui/present.
std::vector<std::string> classNames(int count);

/// Names from a file that people have: one a line, in UTF-8 or UTF-16, with line ends of any system, without
/// lines that begin with # and empty ones at the end; numbered from 0 or 1 ("0 Bread", "0,Bread" below a
/// heading), where all are; or JSON: a list, an index ({"0": "Bread"}, {"0": ["n07679356", "Bread"]},
/// {"Bread": 0}), or an input description. Throws Error: NoSuchFile, CannotRead, FileEmpty, NotUtf8,
/// FileOfOtherKind.
std::vector<std::string> readClassNames(const std::filesystem::path &file);

} // namespace convscope
