#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/data/photo.h"
#include "core/explain/fields.h"
#include "core/network/network.h"
#include "core/note.h"

#include <ATen/core/Tensor.h>

namespace convscope {

/// The number that a method explains, made of the logits: the logit of a class, how far it is ahead of
/// another class's, or the entropy. Methods call it and look at no logit themselves, so that each explains
/// all that can be asked.
struct ScoreFunction
{
    Explained target = {}; ///< what was meant
    Task task = Task::MultiClass; ///< what the logits become
    double ofPhoto = 0; ///< of the logits from which it became known what is meant

    /// logits B×classes → B. Keeps autograd's graph.
    at::Tensor operator()(const at::Tensor &logits) const;
    /// The same of probabilities: that of the class, what it is ahead of the other, or the entropy. Of
    /// Task::Values they are the logits.
    at::Tensor ofProbabilities(const at::Tensor &probabilities) const;

    /// Whether it is the score of one class, so that its cross-entropy is meant by the loss.
    bool isClass() const { return target.kind == Explained::Kind::Class; }
};

/// B×classes → B×classes, of their own type. Keeps autograd's graph.
at::Tensor probabilitiesOf(const at::Tensor &logits, Task task);

/// ∂ score / ∂ logits at these logits, of their shape: what is handed down to explain the score.
at::Tensor slopes(const ScoreFunction &score, const at::Tensor &logits);

/// What `target` means for a photo to which the network says these logits, 1×classes; see resolveTarget().
/// Throws Error: NotFinite.
ScoreFunction scoreFunction(
    const Network &network, const Target &target, const Photo &photo, const at::Tensor &logits, Notes &notes);

/// What is meant, for maps in which the network has no other part: it runs once. Throws Error: NotFinite,
/// OutOfMemory, Internal.
Explained askForTarget(const Network &network, const Photo &photo, const Target &target, Notes &notes);

} // namespace convscope
