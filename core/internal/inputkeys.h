#pragma once

#include "core/data/input.h"

#include <nlohmann/json.hpp>

namespace convscope {

// The keys of an input description, for those who read and write its JSON.

constexpr const char *inputFormat = "convscope-input";

/// Whether a key is one of those that say something of a network; not "format" and "version".
bool isInputKey(const std::string &key);

/// Sets what a key says. Throws Error: InvalidOption.
void setInputKey(InputDescription &input, const std::string &key, const nlohmann::ordered_json &value);

/// A value for a message: short, and not deep, as it can be nested without end.
std::string inputValueText(const nlohmann::ordered_json &value);

} // namespace convscope
