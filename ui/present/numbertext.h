#pragma once

#include <QString>

namespace convscope {

/// With all digits that it takes to be read as the same number, and no more; a whole number in full, not as
/// 1e+06.
QString numberText(double value);

} // namespace convscope
