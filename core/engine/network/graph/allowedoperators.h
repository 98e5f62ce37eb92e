#pragma once

#include <string_view>

namespace convscope {

/// Whether an operator of ATen, by its name without overload, is known to do nothing but compute. The form
/// that works in place, "relu_", is as harmless as "relu".
bool isKnownToCompute(std::string_view name);

} // namespace convscope
