#pragma once

#include "core/explain/fields.h"

#include <optional>
#include <vector>

namespace convscope {

/// How often values are drawn anew.
constexpr int bootstrapResamples = 2000;
/// What the random numbers of the bootstrap start from.
constexpr Seed bootstrapSeed = 16;
/// Share of the resampled means that lie inside of the interval.
constexpr double bootstrapShare = 0.95;

/// From `low` to `high`, both inside.
struct Interval
{
    double low = 0;
    double high = 0;

    bool overlaps(const Interval &other) const { return low <= other.high && other.low <= high; }
    bool operator==(const Interval &) const = default;
};

double meanOf(const std::vector<double> &values);

/// The percentile interval of the mean of each list, by the bootstrap: as many values are drawn with
/// replacement, `bootstrapResamples` times, and 95 % of their means lie inside. None of a list of fewer than
/// two values. All lists have the same number of values, and the same places are drawn of each:
/// numpy.random.RandomState(seed).randint(0, n, (2000, n)); the ends are numpy.percentile's. Values are
/// finite. Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13.
std::vector<std::optional<Interval>> bootstrapIntervals(
    const std::vector<std::vector<double>> &lists, Seed seed = bootstrapSeed);

} // namespace convscope
