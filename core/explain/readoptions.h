#pragma once

#include "core/explain/methods.h"

#include <string>
#include <vector>

namespace convscope {

struct ReadOptions
{
    MethodOptions options;
    std::vector<std::string> unknown; ///< keys that no field has, e.g. of a later version; they were left out
};

/// What toJson wrote of the method with this name. A field that is missing keeps its default.
/// Throws Error: InvalidOption (no such method, text that is no JSON object, a value of another kind or out
/// of its bounds).
ReadOptions fromJson(const std::string &methodName, const std::string &json);

} // namespace convscope
