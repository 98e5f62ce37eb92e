#pragma once

#include "core/explain/measure.h"

#include <vector>

namespace convscope {

/// The Gini index of values that are nowhere below 0: 0 where all are equal, and 1 − 1/n where one of n holds
/// everything. The values are divided by the largest of them, 1e-7 is added to each, and they are sorted, v_1
/// the smallest: sum of (2i − n − 1) v_i / (n sum of v_i). As Quantus does. At least one value must be above
/// 0. Hurley, Rickard, "Comparing Measures of Sparsity", arXiv:0811.4706.
double giniIndex(std::vector<double> values);

/// The Gini index of the heat as a measure, "sparseness". It says nothing of a heat that is 0 everywhere, or
/// that is not finite.
MeasurePtr sparsenessMeasure();

} // namespace convscope
