#include "core/engine/ridge.h"

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

/// Ridge's linear equations for centred rows X, n×F: XᵀX + alpha, or XXᵀ + alpha where that system is the
/// smaller one, since (XᵀX + alpha)⁻¹ Xᵀ = Xᵀ (XXᵀ + alpha)⁻¹.
class RidgeSystem
{
public:
    RidgeSystem(const cv::Mat &x, double alpha)
        : m_x(x)
        , m_primal(x.cols <= x.rows)
    {
        cv::mulTransposed(x, m_gram, m_primal);
        m_gram += alpha * cv::Mat::eye(m_gram.size(), CV_64F);
    }

    /// (XᵀX + alpha)⁻¹ XᵀY, F×K.
    cv::Mat slope(const cv::Mat &y) const { return m_primal ? solved(m_x.t() * y) : m_x.t() * solved(y); }

    /// X (XᵀX + alpha)⁻¹, n×F.
    cv::Mat influence() const
    {
        return m_primal ? m_x * solved(cv::Mat::eye(m_gram.size(), CV_64F)) : solved(m_x);
    }

private:
    cv::Mat solved(const cv::Mat &right) const
    {
        cv::Mat solution;
        if (!cv::solve(m_gram, right, solution, cv::DECOMP_CHOLESKY))
            throw Error(ErrorKind::Internal, {}, {"the ridge regression has no solution"});
        return solution;
    }

    cv::Mat m_x;
    bool m_primal;
    cv::Mat m_gram;
};

/// F×K, from the centred rows n×F, their influence n×F, and the residuals n×K of the rows as they were.
cv::Mat slopeErrors(
    const cv::Mat &x, const cv::Mat &influence, const cv::Mat &residuals, const cv::Mat &weights)
{
    cv::Mat leverage;
    cv::reduce(x.mul(influence), leverage, 1, cv::REDUCE_SUM);
    leverage += weights / cv::sum(weights)[0];
    cv::Mat squares = residuals.mul(residuals);
    for (int i = 0; i < x.rows; ++i) {
        const double left = 1 - leverage.at<double>(i);
        squares.row(i) *= weights.at<double>(i) / (left * left);
    }
    cv::Mat errors;
    cv::sqrt(influence.mul(influence).t() * squares, errors);
    return errors;
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
    const cv::Mat xCentred = centred(x, xMean, w);
    const RidgeSystem system(xCentred, alpha);
    const cv::Mat slope = system.slope(centred(y, yMean, w));
    const cv::Mat intercept = yMean - xMean * slope;
    const cv::Mat fitted = x * slope;
    const cv::Mat residuals = y - fitted - cv::repeat(intercept, n, 1);
    const cv::Mat errors = slopeErrors(xCentred, system.influence(), residuals, w);

    std::vector<LinearFit> fits;
    for (int k = 0; k < y.cols; ++k) {
        LinearFit fit;
        fit.intercept = intercept.at<double>(k);
        slope.col(k).copyTo(fit.slope);
        errors.col(k).copyTo(fit.errors);
        const double left = weightedSquares(residuals.col(k), w);
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
