#include "core/explain/bootstrap.h"

#include "core/explain/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace convscope {

namespace {

/// The value below which a share of the sorted values lies, as numpy.percentile interpolates it.
double quantile(const std::vector<double> &sorted, double share)
{
    const double place = share * double(sorted.size() - 1);
    const auto below = std::size_t(std::floor(place));
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double part = place - double(below);
    return sorted[below] + (sorted[above] - sorted[below]) * part;
}

} // namespace

double meanOf(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

std::vector<std::optional<Interval>> bootstrapIntervals(
    const std::vector<std::vector<double>> &lists, Seed seed)
{
    std::vector<std::optional<Interval>> intervals(lists.size());
    const std::size_t count = lists.empty() ? 0 : lists.front().size();
    if (count < 2)
        return intervals;
    std::vector<std::vector<double>> means(lists.size());
    NumpyRandom random(seed.value);
    std::vector<std::uint32_t> places(count);
    for (int resample = 0; resample < bootstrapResamples; ++resample) {
        for (std::uint32_t &place : places)
            place = random.below(std::uint32_t(count));
        for (std::size_t list = 0; list < lists.size(); ++list) {
            double sum = 0;
            for (const std::uint32_t place : places)
                sum += lists[list][place];
            means[list].push_back(sum / double(count));
        }
    }
    for (std::size_t list = 0; list < lists.size(); ++list) {
        std::sort(means[list].begin(), means[list].end());
        intervals[list] = Interval{
            quantile(means[list], (1 - bootstrapShare) / 2), quantile(means[list], (1 + bootstrapShare) / 2)};
    }
    return intervals;
}

} // namespace convscope
