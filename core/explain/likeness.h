#pragma once

#include "core/image/image.h"

#include <optional>
#include <vector>

namespace convscope {

// How alike two maps are, from −1 to 1; 1 of equal ones.

/// The place of each value among the sorted ones, from 1; equal values share the mean of their places.
std::vector<double> ranksOf(const std::vector<double> &values);

/// Spearman's rank correlation: Pearson's of the ranks. None where one of the two is the same everywhere, for
/// which it is not defined, and where one holds what is not finite. Both have the same number of values.
std::optional<double> spearman(const std::vector<double> &a, const std::vector<double> &b);

/// The structural similarity of two maps 1×H×W of one size: its mean over all places but the outer 5 pixels,
/// with a Gaussian window of deviation 1.5 cut at 11×11, edges reflected, sample covariances, K1 0.01 and K2
/// 0.03; `range` is how far values may lie apart, above 0. As scikit-image's gaussian_weights=True. None of
/// maps smaller than 11×11, and where one holds what is not finite. Wang et al., "Image Quality Assessment:
/// From Error Visibility to Structural Similarity", IEEE TIP 13 (4), 2004.
std::optional<double> ssim(const Map &a, const Map &b, double range);

} // namespace convscope
