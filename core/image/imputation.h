#pragma once

#include "core/image/image.h"

#include <cstdint>
#include <vector>

namespace convscope {

/// The picture C×H×W with pixels filled in from around them: each removed one is the weighted mean of its
/// eight neighbours, with 1/6 beside and above and 1/12 across, all solved for together; neighbours outside
/// of the picture are left out, and the other weights scaled. `removed`, H×W, is not 0 where a pixel is
/// filled; at least one must be known. By conjugate gradients, to a residual of 1e-12 of what it starts from.
/// Rong et al., "A Consistent and Efficient Evaluation Strategy for Attribution Methods", arXiv:2202.00449.
Map imputed(const Map &picture, const std::vector<std::uint8_t> &removed);

} // namespace convscope
