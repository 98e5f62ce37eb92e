#include "core/engine/shapleyfit.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// What is to be fitted: the last member's value follows from the others', which leaves members − 1 unknowns.
/// A coalition and its complement lie on one line through the origin, so that their mean stands for both.
/// Rows are multiplied by the root of their weight.
struct LinearSystem
{
    cv::Mat x; ///< coalitions × (members − 1)
    cv::Mat y; ///< coalitions × targets
};

/// What is left of a score for the unknown members: y − y∅ − z_last·(y_all − y∅).
double rest(double score, double none, double all, bool hasLast)
{
    return score - none - (hasLast ? all - none : 0);
}

LinearSystem systemOf(
    const std::vector<ScoredCoalition> &coalitions, std::span<const double> all, std::span<const double> none)
{
    const int rows = int(coalitions.size());
    const int unknowns = int(coalitions.front().shown.size()) - 1;
    LinearSystem system{cv::Mat(rows, unknowns, CV_64F), cv::Mat(rows, int(all.size()), CV_64F)};
    for (int row = 0; row < rows; ++row) {
        const ScoredCoalition &coalition = coalitions[std::size_t(row)];
        const bool isPair = !coalition.complementScores.empty();
        const double root = std::sqrt(isPair ? 2 * coalition.weight : coalition.weight);
        const int last = coalition.shown.back();
        for (int i = 0; i < unknowns; ++i)
            system.x.at<double>(row, i) = root * (coalition.shown[std::size_t(i)] - last);
        for (std::size_t k = 0; k < all.size(); ++k) {
            double y = rest(coalition.scores[k], none[k], all[k], last == 1);
            if (isPair)
                y = (y - rest(coalition.complementScores[k], none[k], all[k], last == 0)) / 2;
            system.y.at<double>(row, int(k)) = root * y;
        }
    }
    return system;
}

/// Solves a·solution = right for a symmetric a; the shortest solution where a is singular.
cv::Mat solved(const cv::Mat &a, const cv::Mat &right)
{
    cv::Mat solution;
    if (!cv::solve(a, right, solution, cv::DECOMP_CHOLESKY))
        cv::solve(a, right, solution, cv::DECOMP_SVD);
    return solution;
}

/// members × targets, from the influence of each row on each member's value.
cv::Mat errorsOf(const LinearSystem &system, const cv::Mat &gram, const cv::Mat &slope,
    const std::vector<ScoredCoalition> &coalitions)
{
    cv::Mat influence = solved(gram, system.x.t()).t();
    cv::Mat leverage;
    cv::reduce(system.x.mul(influence), leverage, 1, cv::REDUCE_SUM);
    cv::Mat ofLast;
    cv::reduce(influence, ofLast, 1, cv::REDUCE_SUM);
    cv::hconcat(influence, -ofLast, influence);

    const cv::Mat residuals = system.y - system.x * slope;
    cv::Mat squares = residuals.mul(residuals);
    for (int row = 0; row < squares.rows; ++row) {
        constexpr double min = 1e-9; // a row without which there is no solution
        const double left = std::max(1 - leverage.at<double>(row), min);
        squares.row(row) *= coalitions[std::size_t(row)].isDrawn ? 1 / (left * left) : 0;
    }
    cv::Mat errors;
    cv::sqrt(influence.mul(influence).t() * squares, errors);
    return errors;
}

/// Adds up weighted squares around a mean that is not known before.
class Spread
{
public:
    void add(double value, double weight)
    {
        m_weight += weight;
        const double step = value - m_mean;
        m_mean += step * weight / m_weight;
        m_squares += weight * step * (value - m_mean);
    }
    double squares() const { return m_squares; }

private:
    double m_weight = 0;
    double m_mean = 0;
    double m_squares = 0;
};

double r2Of(const std::vector<ScoredCoalition> &coalitions, const std::vector<double> &values, double all,
    double none, std::size_t target)
{
    double left = 0;
    Spread scores;
    for (const ScoredCoalition &coalition : coalitions) {
        double fitted = none;
        for (std::size_t i = 0; i < values.size(); ++i)
            fitted += coalition.shown[i] * values[i];
        left += coalition.weight * std::pow(coalition.scores[target] - fitted, 2);
        scores.add(coalition.scores[target], coalition.weight);
        if (coalition.complementScores.empty())
            continue;
        const double ofOthers = all + none - fitted;
        left += coalition.weight * std::pow(coalition.complementScores[target] - ofOthers, 2);
        scores.add(coalition.complementScores[target], coalition.weight);
    }
    if (scores.squares() > 0)
        return 1 - left / scores.squares();
    return left > 0 ? 0 : 1;
}

} // namespace

std::vector<ShapleyFit> fitShapley(
    const std::vector<ScoredCoalition> &coalitions, std::span<const double> all, std::span<const double> none)
{
    std::vector<ShapleyFit> fits(all.size());
    if (coalitions.empty()) { // one member
        for (std::size_t k = 0; k < all.size(); ++k)
            fits[k] = {{all[k] - none[k]}, {}, 1};
        return fits;
    }
    const LinearSystem system = systemOf(coalitions, all, none);
    cv::Mat gram;
    cv::mulTransposed(system.x, gram, true);
    const cv::Mat slope = solved(gram, system.x.t() * system.y);
    const cv::Mat errors = errorsOf(system, gram, slope, coalitions);
    const bool anyDrawn = std::any_of(coalitions.begin(), coalitions.end(),
        [](const ScoredCoalition &coalition) { return coalition.isDrawn; });

    for (std::size_t k = 0; k < all.size(); ++k) {
        ShapleyFit &fit = fits[k];
        slope.col(int(k)).copyTo(fit.values);
        fit.values.push_back(all[k] - none[k] - cv::sum(slope.col(int(k)))[0]);
        if (anyDrawn)
            errors.col(int(k)).copyTo(fit.errors);
        fit.r2 = r2Of(coalitions, fit.values, all[k], none[k], k);
    }
    return fits;
}

} // namespace convscope
