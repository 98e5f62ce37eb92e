#pragma once

#include <string>

namespace convscope {

/// Refuses a network file of which `what` does not fit together. Throws Error: NetworkDamaged.
[[noreturn]] void damaged(const std::string &what);

} // namespace convscope
