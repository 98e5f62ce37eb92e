#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/explain/measure.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <vector>

namespace convscope {

/// A measure that shows a network pictures and looks at the score of one class.
struct PicturePlan
{
    const Network &network;
    int label = 0;
    Score score = Score::Probabilities;
    int count = 0;
    /// The picture at a place, 1×3×H×W, as the network takes it. May be asked for twice.
    std::function<at::Tensor(int place)> picture;
    /// What the scores of all pictures say, in their order.
    std::function<std::optional<Measured>(const std::vector<double> &scores)> conclude;
    bool oneAStep = false; ///< pictures that are slow to make
};

/// Throws Error: ClassOutOfRange; its steps NotFinite, OutOfMemory, Internal.
std::unique_ptr<Measurement> measurePictures(PicturePlan plan);

/// Whether the input is about a class of which the network tells a probability that could be another one.
bool hasProbability(const MeasureInput &input);

} // namespace convscope
