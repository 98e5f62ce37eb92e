#include "ui/present/paths.h"

namespace convscope {

QString displayText(const std::filesystem::path &path) { return QString::fromStdString(path.string()); }

std::filesystem::path toPath(const QString &path) { return path.toStdString(); }

} // namespace convscope
