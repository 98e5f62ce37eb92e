#pragma once

#include "core/engine/network/program.h"

#include <cstddef>
#include <string>
#include <vector>

namespace convscope {

/// Which of a network's tensors is its answer.
struct ChosenOutput
{
    std::size_t index = 0; ///< among all that the network gives
    std::string name; ///< of it
    std::vector<NetworkOutput> all; ///< that could be taken
};

/// `asked`: a name, or a place from 0; empty: the likeliest. That is the tensor with as many numbers a photo
/// as there are `classes` names, else the one named "logits", else the first with a row of several numbers,
/// else of one. Throws Error: NoSuchOutput, NotAClassifier.
ChosenOutput chooseOutput(
    const ProgramOutputs &outputs, std::int64_t batch, const std::string &asked, std::size_t classes);

/// Their names, separated by ", ".
std::string namesOf(const std::vector<NetworkOutput> &outputs);

/// A tensor that holds one row of numbers for each picture of a batch, whatever sides of 1 it has beside:
/// [11], [1, 11, 1, 1] and [1, 1, 11] of one picture.
bool holdsRows(const at::Tensor &tensor, std::int64_t batch);

/// The same as batch×numbers. Throws what LibTorch throws where it holds none.
at::Tensor rowsOf(const at::Tensor &tensor, std::int64_t batch);

} // namespace convscope
