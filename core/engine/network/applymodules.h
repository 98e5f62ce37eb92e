#pragma once

#include "core/data/modules.h"

namespace at {
class Tensor; // LibTorch's headers stay in core's .cpp files
}

namespace convscope {

/// Each number by itself, as torch.nn's module does with its defaults; of the maps of convolutions, or of
/// linear layers.
at::Tensor activated(const at::Tensor &values, const Modules &modules, bool areMaps);

/// Windows of window×window side by side; what fills none at the right and below is left out.
at::Tensor pooled(const at::Tensor &maps, const Modules &modules, int window);

} // namespace convscope
