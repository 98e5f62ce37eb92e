#include "core/runtime.h"

#include <opencv2/core/version.hpp>
#include <torch/version.h>

// Of the headers that Convscope was built with, so that nothing need be loaded to tell them.

namespace convscope {

std::string torchVersion() { return TORCH_VERSION; }
std::string opencvVersion() { return CV_VERSION; }
std::string version() { return CONVSCOPE_VERSION; }

} // namespace convscope
