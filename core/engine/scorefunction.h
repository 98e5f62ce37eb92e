#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/data/photo.h"
#include "core/explain/fields.h"
#include "core/network/network.h"
#include "core/note.h"

#include <ATen/core/Tensor.h>

namespace convscope {

/// The number that a method explains, made of the logits: the logit of a class. Methods call it and look at
/// no logit themselves, so that each explains all that can be asked.
struct ScoreFunction
{
    int target = 0; ///< the class that was meant

    /// logits B×classes → B. Keeps autograd's graph.
    at::Tensor operator()(const at::Tensor &logits) const;
};

/// ∂ score / ∂ logits at these logits, of their shape: what is handed down to explain the score.
at::Tensor slopes(const ScoreFunction &score, const at::Tensor &logits);

/// What `target` means for a photo with these logits, 1×classes. A true label that is unknown, or that the
/// network has no class for, gives the predicted class and the note LabelUnknown. Throws Error: NotFinite.
ScoreFunction scoreFunction(const Target &target, const Photo &photo, const at::Tensor &logits, Notes &notes);

/// The class that is meant, for maps in which the network has no other part: it runs once. Throws Error:
/// NotFinite, OutOfMemory, Internal.
int askForTarget(const Network &network, const Photo &photo, const Target &target, Notes &notes);

} // namespace convscope
