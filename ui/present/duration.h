#pragma once

#include <QString>
#include <chrono>

namespace convscope {

/// About how long something takes, no finer than one can trust: "8 s", "2 min", "1 h 20 min".
QString durationText(std::chrono::milliseconds duration);

} // namespace convscope
