#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/explain/measure.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace convscope {

/// A measure that asks a question again and looks at the maps.
struct RerunPlan
{
    MethodOptions question;
    int count = 0;
    std::function<std::shared_ptr<const Network>(int run)> network; ///< that is asked
    std::function<Photo(int run)> photo; ///< that it is asked about
    /// What the maps of all runs say, in their order.
    std::function<std::optional<Measured>(const std::vector<Map> &maps)> conclude;
};

/// Its steps are those of the method, and one more for each network. Where an answer holds no map, it has
/// nothing to say.
std::unique_ptr<Measurement> measureReruns(RerunPlan plan);

} // namespace convscope
