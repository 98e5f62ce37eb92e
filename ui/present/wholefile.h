#pragma once

#include <QByteArray>
#include <filesystem>

namespace convscope {

/// The bytes of a file that is not larger than `largest`. Throws Error: NoSuchFile, CannotRead (also what is
/// no file or is larger), FileEmpty.
QByteArray wholeFile(const std::filesystem::path &file, qint64 largest);

} // namespace convscope
