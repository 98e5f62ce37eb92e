#pragma once

#include <QString>

namespace convscope {

/// A probability or a share for people: "93 %", "99.9 %", "0.4 %". Never "100 %" of what is not all, nor "0
/// %" of what is not nothing.
QString percent(double share);

} // namespace convscope
