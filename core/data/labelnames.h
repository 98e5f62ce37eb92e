#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace convscope {

// How names of classes, folders and files are read for labels.

/// Without what sameClassName does not mind.
std::string comparableName(const std::string &name);

/// Below zero and too large are none.
std::optional<int> wholeNumber(std::string_view text);

bool areDigits(std::string_view text);

} // namespace convscope
