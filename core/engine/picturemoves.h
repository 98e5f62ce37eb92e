#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/data/input.h"
#include "core/explain/random.h"

#include <ATen/core/Tensor.h>

namespace convscope {

// Pictures B×3×H×W are moved about a little before each step of an optimisation, so that it finds what
// excites a network wherever it lies, and not a pattern of single pixels. As Lucid does. All functions keep
// autograd's graph.

/// The numbers of one move, the same for all pictures of a batch.
struct PictureMove
{
    int firstRow = 4, firstColumn = 4; ///< 0 … 8
    double scale = 1; ///< 0.9, 0.92, … 1.1
    int degrees = 0; ///< −10 … 10
    int lastRow = 2, lastColumn = 2; ///< 0 … 4

    bool operator==(const PictureMove &) const = default;
};

/// Six numbers of the stream: randint(0, 9) twice, randint(0, 11) for the scale, randint(0, 26) for the
/// angle, which is 0 for six of them, randint(0, 5) twice.
PictureMove drawnMove(NumpyRandom &random);

/// With 12 pixels of 0.5 around it.
at::Tensor padded(const at::Tensor &pictures);

/// Without `cut` rows and columns: what begins at that row and column, 0 … cut.
at::Tensor cropped(const at::Tensor &pictures, int cut, int row, int column);

/// Bilinear, to (int)(scale·size) in float32; place i of m comes from i·n/m of n, as in TensorFlow 1.
at::Tensor stretched(const at::Tensor &pictures, double scale);

/// Turned about its centre, the nearest pixel, 0 outside; a degree is 3.14/180.
at::Tensor turned(const at::Tensor &pictures, int degrees);

/// Padded, cropped by 8, stretched, turned, cropped by 4; then bilinear with half-pixel centres to the size
/// that the network takes, which Lucid's networks do not need.
at::Tensor moved(const at::Tensor &pictures, const PictureMove &move, InputSize size);

} // namespace convscope
