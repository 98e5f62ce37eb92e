#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/explain/random.h"
#include "core/image/image.h"

#include <ATen/core/Tensor.h>

namespace convscope {

/// What random masks are made of.
struct MaskPlan
{
    int height = 0; ///< of a mask
    int width = 0;
    int cells = 2; ///< along each side; 2 or more
    double keep = 0.5; ///< probability that a cell is 1; else it is 0
    int masks = 0; ///< how many there shall be: it decides on their random numbers
};

/// RISE's masks with the random numbers of NumPy's RandomState(seed): the cells of all masks come first in
/// its stream, random_sample((masks, cells, cells)) < keep, then each mask's shift down and to the right. A
/// mask's cells, ⌈height/cells⌉ × ⌈width/cells⌉ pixels each, are stretched to one cell more than they take,
/// cut out at the shift. Between the middles of two cells values are linear; outside of the outer middles
/// they are mirrored about them, as scikit-image's resize(order=1, mode="reflect").
class RandomMasks
{
public:
    RandomMasks(const MaskPlan &plan, std::uint32_t seed);

    /// The next mask, height×width in [0, 1], in double.
    at::Tensor next();

private:
    MaskPlan m_plan;
    int m_cellHeight;
    int m_cellWidth;
    NumpyRandom m_cells;
    NumpyRandom m_shifts; ///< the same stream, behind the cells of all masks
    at::Tensor m_stretchDown; ///< pixels × cells
    at::Tensor m_stretchRight;
};

} // namespace convscope
