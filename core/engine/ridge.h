#pragma once

#include <cstdint>
#include <vector>

namespace convscope {

/// A linear model: intercept + Σ slope·x.
struct LinearFit
{
    double intercept = 0;
    std::vector<double> slope; ///< one a feature
    std::vector<double> errors; ///< standard error of each slope
    double r2 = 0; ///< weighted coefficient of determination, as sklearn.metrics.r2_score
};

/// Weighted ridge regression on 0/1 features: minimises Σ w·(y − intercept − x·slope)² + alpha·|slope|², the
/// intercept unpenalised, as sklearn.linear_model.Ridge. One factorisation serves all targets. Hoerl &
/// Kennard, "Ridge Regression: Biased Estimation for Nonorthogonal Problems", Technometrics 1970.
///
/// The standard errors say how far the slopes would move with other rows. The weights are no variances and
/// the model is not the truth, so the residuals' own spread is taken (the sandwich estimator HC3: MacKinnon &
/// White, "Some Heteroskedasticity-Consistent Covariance Matrix Estimators with Improved Finite Sample
/// Properties", J. Econometrics 1985), which is the jackknife of the rows: with A = Σ w (x − x̄)ᵀ(x − x̄) +
/// alpha, residual e and leverage h = w/Σw + w (x − x̄) A⁻¹ (x − x̄)ᵀ, leaving out a row moves the slopes by
/// exactly
///     d = A⁻¹ (x − x̄)ᵀ · w·e / (1 − h),   and   error² = Σ d².
///
/// features: n×F, row after row; targets: n×K, row after row; weights: n ≥ 2, above 0. One fit a target.
std::vector<LinearFit> weightedRidge(const std::vector<std::uint8_t> &features,
    const std::vector<double> &targets, const std::vector<double> &weights, double alpha);

} // namespace convscope
