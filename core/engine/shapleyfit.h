#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace convscope {

/// A coalition of members with what it scores, one number a target; its complement, which holds all others,
/// may come with it.
struct ScoredCoalition
{
    std::span<const std::uint8_t> shown; ///< one a member: 1 or 0
    std::span<const double> scores;
    std::span<const double> complementScores; ///< empty where it does not come with it
    double weight = 0; ///< of each of the two
    bool isDrawn = false; ///< at random
};

struct ShapleyFit
{
    std::vector<double> values; ///< one a member
    std::vector<double> errors; ///< standard error of each; empty where no coalition was drawn
    double r2 = 0; ///< weighted coefficient of determination over all coalitions and complements
};

/// Shapley values φ by weighted least squares: minimises Σ w·(y − y∅ − z·φ)² over the coalitions z and their
/// complements, with Σ φ = y_all − y∅ exactly. `all` and `none` are what the coalitions of all members and of
/// none score. Members: 1 or more. One fit a target.
///
/// A standard error says how far a value would move with other draws: it is the jackknife of what was drawn,
/// as weightedRidge() has it for its rows. A coalition and its complement are drawn together and so are left
/// out together. Leaving out one by one would take them for independent, and errors would come out up to
/// twice too large.
std::vector<ShapleyFit> fitShapley(const std::vector<ScoredCoalition> &coalitions,
    std::span<const double> all, std::span<const double> none);

} // namespace convscope
