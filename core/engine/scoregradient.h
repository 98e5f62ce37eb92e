#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/relurule.h"
#include "core/network/network.h"
#include "core/phrase.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <vector>

namespace convscope {

/// Logits B×classes → the number that is explained, of each picture: B. Keeps autograd's graph.
using ScoreOfLogits = std::function<at::Tensor(const at::Tensor &logits)>;

/// How the score of each picture of a batch changes with its values.
struct ScoreGradient
{
    at::Tensor scores; ///< B, in double
    at::Tensor values; ///< ∂ score / ∂ picture, B×3×H×W in double; 0 where no gradient reaches the pictures
    bool isCut = false; ///< no gradient reaches the pictures: the network computes without
    at::Tensor facts; ///< what isZero() asks for: whoever looks at something else can look at both at once
};

/// `pictures` B×3×H×W in the network's precision. With another rule than the plain one, what comes back is no
/// gradient, but what the ReLUs make of it. Throws Error: NetworkWithoutReLU, and what the network throws.
ScoreGradient scoreGradient(const Network &network, const at::Tensor &pictures, const ScoreOfLogits &score,
    ReluRule rule = ReluRule::Plain);

/// What is to be known of values, and of a gradient that was taken of them, as a tensor of three numbers:
/// whether all are finite, of the former and of the latter, and whether any of the gradient is not 0.
at::Tensor factsOf(const at::Tensor &values, const at::Tensor &gradient);
/// Of the numbers of such facts: whether the gradient is 0 everywhere. Throws Error: NotFinite, which says
/// what the values are where they are not.
bool isZero(const std::vector<double> &facts, Phrase::Kind values = Phrase::Logits);
/// The same of a gradient at which nobody has looked.
bool isZero(const ScoreGradient &gradient);

} // namespace convscope
