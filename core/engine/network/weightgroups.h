#pragma once

#include "core/engine/network/statedict.h"

namespace convscope {

/// The names of the notebook's kind of network, among others in one state dict.
struct WeightGroup
{
    std::string prefix; ///< before "cnn" or "cnn_layers", e.g. "module."
    std::vector<std::string> names; ///< with the prefix
};

/// The groups that have a part of convolutions ("cnn", "cnn_layers") and one of linear layers ("fc",
/// "fc_layers") below one prefix; the largest first, else in the order of `names`.
std::vector<WeightGroup> weightGroups(const std::vector<std::string> &names);

/// Whether a tensor beside a group is none of its network's, by its name and what it holds: a counter, the
/// weights of a loss, what a metric has counted.
bool isBesideTheNetwork(const std::string &name, const StoredTensor &tensor);

/// Without "module." and the like: the first part of the name, where all names share it and have another
/// number or module name after it.
StateDict withoutCommonPrefix(StateDict dict);

} // namespace convscope
