#include "core/explain/ridge.h"

#include "core/error.h"

#include <opencv2/core.hpp>

#include <cmath>

namespace convscope {

namespace {

/// Weighted mean of the rows, 1×columns.
cv::Mat meanRow(const cv::Mat &rows, const cv::Mat &weights)
{
    return weights.t() * rows / cv::sum(weights)[0];
}

/// Rows less their weighted mean, times the root of their weight: turns the weighted problem into a plain
/// one.
cv::Mat centred(const cv::Mat &rows, const cv::Mat &mean, const cv::Mat &weights)
{
    cv::Mat result(rows.size(), CV_64F);
    for (int i = 0; i < rows.rows; ++i)
        result.row(i) = (rows.row(i) - mean) * std::sqrt(weights.at<double>(i));
    return result;
}

/// slope = (XᵀX + alpha)⁻¹ XᵀY, or Xᵀ (XXᵀ + alpha)⁻¹ Y where that system is the smaller one.
cv::Mat solveRidge(const cv::Mat &x, const cv::Mat &y, double alpha)
{
    const bool primal = x.cols <= x.rows;
    cv::Mat gram;
    cv::mulTransposed(x, gram, primal);
    gram += alpha * cv::Mat::eye(gram.size(), CV_64F);
    cv::Mat solution;
    if (!cv::solve(gram, primal ? cv::Mat(x.t() * y) : y, solution, cv::DECOMP_CHOLESKY))
        throw Error(ErrorKind::Internal, {}, {"the ridge regression has no solution"});
    return primal ? solution : cv::Mat(x.t() * solution);
}

double weightedSquares(const cv::Mat &column, const cv::Mat &weights)
{
    return column.mul(column).dot(weights);
}

} // namespace

std::vector<LinearFit> weightedRidge(const std::vector<std::uint8_t> &features,
    const std::vector<double> &targets, const std::vector<double> &weights, double alpha)
{
    const int n = int(weights.size());
    cv::Mat x;
    cv::Mat(features, false).reshape(1, n).convertTo(x, CV_64F);
    const cv::Mat y = cv::Mat(targets, false).reshape(1, n);
    const cv::Mat w(weights, false);

    const cv::Mat xMean = meanRow(x, w);
    const cv::Mat yMean = meanRow(y, w);
    const cv::Mat slope = solveRidge(centred(x, xMean, w), centred(y, yMean, w), alpha);
    const cv::Mat intercept = yMean - xMean * slope;
    const cv::Mat fitted = x * slope;

    std::vector<LinearFit> fits;
    for (int k = 0; k < y.cols; ++k) {
        LinearFit fit;
        fit.intercept = intercept.at<double>(k);
        slope.col(k).copyTo(fit.slope);
        const double left = weightedSquares(y.col(k) - fitted.col(k) - fit.intercept, w);
        const double all = weightedSquares(y.col(k) - yMean.at<double>(k), w);
        if (all > 0)
            fit.r2 = 1 - left / all;
        else
            fit.r2 = left > 0 ? 0 : 1;
        fits.push_back(std::move(fit));
    }
    return fits;
}

} // namespace convscope
