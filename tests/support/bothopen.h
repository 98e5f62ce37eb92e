#pragma once

#include "ui/window/application.h"

namespace convscope {

/// The window opens with the narrow network and the tests' photos of this split.
inline WindowOptions bothOpen(const std::string &split = "training")
{
    return {.model = CONVSCOPE_TEST_DATA "/narrow.pth",
        .data = CONVSCOPE_TEST_DATA "/food",
        .split = split,
        .network = {}};
}

} // namespace convscope
