#pragma once

#include <cstdint>
#include <vector>

namespace convscope {

/// A linear model: intercept + Σ slope·x.
struct LinearFit
{
    double intercept = 0;
    std::vector<double> slope; ///< one a feature
    double r2 = 0; ///< weighted coefficient of determination, as sklearn.metrics.r2_score
};

/// Weighted ridge regression on 0/1 features: minimises Σ w·(y − intercept − x·slope)² + alpha·|slope|², the
/// intercept unpenalised, as sklearn.linear_model.Ridge. One factorisation serves all targets. Hoerl &
/// Kennard, "Ridge Regression: Biased Estimation for Nonorthogonal Problems", Technometrics 1970.
///
/// features: n×F, row after row; targets: n×K, row after row; weights: n, above 0. One fit a target.
std::vector<LinearFit> weightedRidge(const std::vector<std::uint8_t> &features,
    const std::vector<double> &targets, const std::vector<double> &weights, double alpha);

} // namespace convscope
