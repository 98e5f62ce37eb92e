#pragma once

#include "core/image/image.h"
#include "core/network/network.h"

#include <vector>

namespace convscope {

/// What the network says to one picture.
struct Prediction
{
    std::vector<double> logits; ///< one a class
    std::vector<double> probabilities; ///< what probabilities() makes of the logits

    /// The class with the largest logit, the first one of equals.
    int best() const;
    /// The `count` largest, largest first; all where there are fewer.
    std::vector<int> top(int count) const;
};

/// Throws Error: NotFinite where the network answers with NaN.
Prediction predict(const Network &network, const Image &input);

/// Softmax, computed so that large logits do not overflow.
std::vector<double> softmax(const std::vector<double> &logits);

/// One a class: softmax for Task::MultiClass, the sigmoid of each for Task::MultiLabel, the logit itself for
/// Task::Values. Large logits do not overflow.
std::vector<double> probabilities(const std::vector<double> &logits, Task task);

} // namespace convscope
