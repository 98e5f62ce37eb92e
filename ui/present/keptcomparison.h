#pragma once

#include "core/explain/comparisonrun.h"
#include "ui/present/keptanswers.h"

namespace convscope {

/// Where a run finds and keeps what is measured of a network's maps: in the user's cache, beside what the
/// network said to photos. Nothing is kept where there is no home, or where the network's file is not the one
/// any more that was opened. With `again`, what is kept is not looked at.
ComparisonRun::OpenStore keptComparison(const NetworkSource &network, bool again = false);

} // namespace convscope
