#include "core/embedding/sample.h"

#include "core/explain/random.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace convscope {

std::vector<int> balancedSample(const std::vector<std::optional<int>> &labels, std::size_t count, Seed seed)
{
    std::vector<int> sample(labels.size());
    std::iota(sample.begin(), sample.end(), 0);
    if (labels.size() <= count)
        return sample;
    std::map<std::optional<int>, std::vector<int>> classes;
    for (const int place : sample)
        classes[labels[std::size_t(place)]].push_back(place);
    std::vector<std::vector<int> *> smallest;
    for (auto &[label, places] : classes)
        smallest.push_back(&places);
    std::ranges::stable_sort(smallest, [](const auto *a, const auto *b) { return a->size() < b->size(); });
    NumpyRandom random(seed.value);
    sample.clear();
    std::size_t left = count;
    for (std::size_t i = 0; i < smallest.size(); ++i) {
        const std::vector<int> &places = *smallest[i];
        const std::size_t share = std::min(places.size(), left / (smallest.size() - i));
        const std::vector<int> order = random.permutation(int(places.size()));
        for (std::size_t k = 0; k < share; ++k)
            sample.push_back(places[std::size_t(order[k])]);
        left -= share;
    }
    std::ranges::sort(sample);
    return sample;
}

std::vector<double> placedBetween(const NearestPoints &nearest, const std::vector<double> &positions)
{
    if (nearest.each == 0)
        return {};
    std::vector<double> placed(2 * (nearest.places.size() / nearest.each));
    for (std::size_t i = 0; i < nearest.places.size(); ++i) {
        const std::size_t point = i / nearest.each;
        const auto near = std::size_t(nearest.places[i]);
        placed[2 * point] += positions[2 * near] / double(nearest.each);
        placed[2 * point + 1] += positions[2 * near + 1] / double(nearest.each);
    }
    return placed;
}

} // namespace convscope
