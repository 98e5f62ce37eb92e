#include "core/measures/road.h"

#include "core/engine/measuredpictures.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"
#include "core/explain/pixelorder.h"
#include "core/image/imputation.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace convscope {

namespace {

using Removed = std::vector<std::uint8_t>; ///< H×W; not 0 where a pixel is removed

/// The percentile of sorted values, as NumPy gives it: between two of them, by its place.
double percentileOf(const std::vector<double> &sorted, double percent)
{
    const double place = percent / 100 * double(sorted.size() - 1);
    const auto below = std::size_t(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double share = place - double(below);
    const double step = sorted[above] - sorted[below];
    return share < 0.5 ? sorted[below] + step * share : sorted[above] - step * (1 - share);
}

Removed reaching(const std::vector<double> &values, double percent)
{
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    const double least = percentileOf(sorted, percent);
    Removed removed(values.size());
    std::transform(
        values.begin(), values.end(), removed.begin(), [least](double value) { return value >= least; });
    return removed;
}

/// The same number of pixels where no two are equal, taken from the front of an order.
template <typename Order> Removed firstOf(const Order &begin, std::size_t size, double percent)
{
    const auto count = size - std::size_t(std::ceil(percent / 100 * double(size - 1)));
    Removed removed(size);
    std::for_each(
        begin, begin + std::ptrdiff_t(count), [&removed](int pixel) { removed[std::size_t(pixel)] = 1; });
    return removed;
}

/// What is removed at each percentile: the hottest pixels, then the coldest.
std::vector<Removed> removals(const Map &heat, const RoadOptions &options)
{
    const std::vector<int> order = pixelOrder(heat, options.seed);
    std::vector<double> coldness = heat.values;
    for (double &value : coldness)
        value = 1 - value;
    std::vector<Removed> all;
    for (const bool hottest : {true, false}) {
        for (int i = 1; i <= options.shares; ++i) {
            const double percent = 100.0 * i / (options.shares + 1);
            if (options.ties == RoadTies::Together)
                all.push_back(reaching(hottest ? heat.values : coldness, percent));
            else
                all.push_back(hottest ? firstOf(order.begin(), order.size(), percent)
                                      : firstOf(order.rbegin(), order.size(), percent));
        }
    }
    return all;
}

std::size_t countOf(const Removed &removed)
{
    return std::size_t(std::count(removed.begin(), removed.end(), std::uint8_t(1)));
}

/// The pictures in which pixels are filled in.
class Road
{
public:
    Road(const MeasureInput &input, const RoadOptions &options, std::vector<Removed> removed)
        : m_network(*input.network)
        , m_options(options)
        , m_picture(toMap(inputTensor(m_network, input.photo)))
        , m_removed(std::move(removed))
    {
        const at::Generator random = at::detail::createCPUGenerator(options.seed);
        for (const Removed &one : m_removed)
            m_noise.push_back(
                at::randn({m_picture.channels, std::int64_t(countOf(one))}, random, at::kFloat));
    }

    int pictureCount() const { return 1 + int(m_removed.size()); }

    /// The photo itself comes first.
    at::Tensor picture(int place) const
    {
        if (place == 0)
            return inputTensor(m_network, m_picture);
        const auto index = std::size_t(place - 1);
        Map filled = imputed(m_picture, m_removed[index]);
        const std::vector<double> noise = toMap(m_noise[index].unsqueeze(0)).values;
        auto next = noise.begin();
        for (std::size_t i = 0; i < filled.values.size(); ++i) {
            if (m_removed[index][i % m_removed[index].size()] != 0)
                filled.values[i] += m_options.noise * *next++;
        }
        return inputTensor(m_network, filled);
    }

    Measured concluded(const std::vector<double> &scores) const
    {
        Measured measured;
        const auto shares = std::size_t(m_options.shares);
        for (std::size_t i = shares; i > 0; --i) { // the highest percentile removes least
            const double part = (scores[shares + i] - scores[i]) / 2;
            measured.curve.push_back({1 - double(i) / double(shares + 1), part});
            measured.value += part / double(shares);
        }
        return measured;
    }

private:
    const Network &m_network;
    RoadOptions m_options;
    Map m_picture;
    std::vector<Removed> m_removed;
    std::vector<at::Tensor> m_noise; ///< channels × removed
};

} // namespace

std::unique_ptr<Measurement> startMeasurement(const MeasureInput &input, const RoadOptions &options)
{
    checkOptions(options);
    if (!input.target || !ordersPixels(*input.heat))
        return nothingMeasured();
    std::vector<Removed> removed = removals(*input.heat, options);
    const auto isAll = [](const Removed &one) { return countOf(one) == one.size(); };
    if (std::any_of(removed.begin(), removed.end(), isAll))
        return nothingMeasured();
    const auto road = translated([&] { return std::make_shared<const Road>(input, options, removed); });
    return measurePictures({.network = *input.network,
        .label = *input.target,
        .score = Score::Logits,
        .count = road->pictureCount(),
        .picture = [road](int place) { return road->picture(place); },
        .conclude = [road](const auto &scores) { return road->concluded(scores); },
        .oneAStep = true});
}

} // namespace convscope
