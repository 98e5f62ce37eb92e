#pragma once

// LibTorch's tensors beside Catch2. Include this first: LibTorch brings glog, which has a CHECK of its own.
#include <ATen/ATen.h>
#undef CHECK
