#pragma once

#include "core/network/network.h"

namespace convscope {

/// What the numbers mean that a network gives for a photo.
enum class AnswerForm
{
    Logits, ///< one a class
    Probabilities, ///< one a class, adding up to 1
    Sigmoids, ///< one a class, each between 0 and 1 by itself
    OneLogit, ///< one number: how much speaks for the second of two classes
    OneSigmoid, ///< one number between 0 and 1: the probability of the second of two classes
};

/// By the answers to different pictures, rows×numbers. Some of the pictures should be far outside of [0, 1],
/// where logits leave that range and probabilities do not. One answer tells of nothing but what is possible.
AnswerForm formOf(const at::Tensor &answers);

/// One logit a class. Softmax over them, or for Sigmoids the sigmoid of each, gives the network's own
/// probabilities: of p, those are log p or log(p/(1 − p)); of one number x, 0 and x. Keeps autograd's graph.
at::Tensor logitsOf(const at::Tensor &answers, AnswerForm form);

/// Writes into `info` what follows from the form: the number of classes, what kind of question the network
/// answers, and the notes. `numbers`: how many the network gives for a photo.
void describeAnswers(NetworkInfo &info, AnswerForm form, int numbers);

} // namespace convscope
