#pragma once

#include <QString>

namespace convscope {

// Numbers in fields that people type into.

/// As Python writes it, or as the user's language does. NaN where it is no number.
double numberOf(const QString &text);

} // namespace convscope
