#include "ui/present/language.h"

namespace convscope {

QString language() { return QStringLiteral("en"); }

} // namespace convscope
