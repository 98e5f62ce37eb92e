#pragma once

#include "core/engine/network/graph/onnxmodel.h"

namespace convscope {

/// Lists that may be the names of the classes, from the model's own texts: a list or a dictionary as JSON or
/// Python write it ("{0: 'Bread', 1: 'Dairy'}"), or names with commas or line ends between them.
std::vector<std::vector<std::string>> classNamesIn(const OnnxTexts &metadata);

} // namespace convscope
