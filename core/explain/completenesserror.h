#pragma once

#include "core/explain/measure.h"

namespace convscope {

/// By how much the parts of an attribution miss what they explain, as a part of it: |Completeness::error() /
/// difference|, "completeness-error". Its details are "error" and "difference", in units of the score. It
/// says nothing of answers that need not add up, and where the difference is 0.
MeasurePtr completenessMeasure();

} // namespace convscope
