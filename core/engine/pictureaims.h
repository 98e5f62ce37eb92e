#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include <ATen/core/Tensor.h>

namespace convscope {

// What pictures are optimised for: to be made large, but for likeness(). All functions keep autograd's graph.

/// The middle one of each map B×h×w, the place size/2: B.
at::Tensor middleOf(const at::Tensor &maps);

/// How far the maps B×K×h×w go in a direction of K numbers: mean over places of a·v·max(0.1, cosine)^power of
/// the activations a of a place; the cosine has 1e-4 added to both norms. B.
at::Tensor alongDirection(const at::Tensor &maps, const at::Tensor &direction, double power);

/// How alike pictures are, to be made small: the Gram matrix of each one's maps B×K×h×w, over places, divided
/// by its norm; the sum of the products of all pairs of them in both orders, divided by B. A scalar.
at::Tensor likeness(const at::Tensor &maps);

// What keeps a picture calm, to be made small, each of pictures B×3×H×W: B.

/// Σ |differences of neighbours| along both axes.
at::Tensor totalVariation(const at::Tensor &pictures);
/// sqrt(1e-6 + Σ (x − 0.5)²).
at::Tensor distanceFromGray(const at::Tensor &pictures);
/// ½ Σ (x − blurred x)², the blurred one held fixed: 3×3, twice as much of the middle, of what lies inside.
at::Tensor sharpness(const at::Tensor &pictures);

} // namespace convscope
