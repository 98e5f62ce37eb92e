#include "core/measures/maxsensitivity.h"

#include "core/engine/reruns.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace convscope {

namespace {

/// The root of the sum of squares.
double sizeOf(const std::vector<double> &values)
{
    return std::sqrt(std::inner_product(values.begin(), values.end(), values.begin(), 0.0));
}

double distance(std::vector<double> a, const std::vector<double> &b)
{
    std::transform(a.begin(), a.end(), b.begin(), a.begin(), std::minus());
    return sizeOf(a);
}

/// The photo as a network sees it, and as it does with noise.
class NoisyPhotos
{
public:
    NoisyPhotos(const MeasureInput &input, const MaxSensitivityOptions &options)
        : m_photo(input.photo)
        , m_picture(toMap(inputTensor(*input.network, input.photo)))
        , m_radius(options.radius)
        , m_random(at::detail::createCPUGenerator(options.seed))
    {
    }

    /// Each time with other noise.
    Photo next()
    {
        const at::Tensor noise =
            at::empty({m_picture.channels, m_picture.height, m_picture.width}, at::kFloat)
                .uniform_(-m_radius, m_radius, m_random);
        Map noisy = toMap(noise);
        std::transform(noisy.values.begin(), noisy.values.end(), m_picture.values.begin(),
            noisy.values.begin(), std::plus());
        Photo photo = m_photo;
        photo.exact = std::make_shared<const Map>(std::move(noisy));
        return photo;
    }

private:
    Photo m_photo;
    Map m_picture;
    double m_radius;
    at::Generator m_random;
};

/// ‖a − πa‖/‖a‖ for random orders π, by the mean of the square: that of a·πa is (Σa)²/n.
double shuffledDistance(const Map &map, double size)
{
    const double sum = std::accumulate(map.values.begin(), map.values.end(), 0.0);
    const double product = sum * sum / double(map.values.size());
    return std::sqrt(std::max(0.0, 2 * (1 - product / (size * size))));
}

std::optional<Measured> concluded(const Map &original, const std::vector<Map> &maps)
{
    const double size = sizeOf(original.values);
    if (!std::isfinite(size) || size == 0)
        return {};
    double largest = 0;
    double sum = 0;
    for (const Map &map : maps) {
        if (map.values.size() != original.values.size())
            return {};
        const double moved = distance(map.values, original.values) / size;
        largest = std::max(largest, moved);
        sum += moved;
    }
    return Measured{.value = largest,
        .details = {{"mean", sum / double(maps.size())}, {"shuffled", shuffledDistance(original, size)}}};
}

} // namespace

std::unique_ptr<Measurement> startMeasurement(const MeasureInput &input, const MaxSensitivityOptions &options)
{
    checkOptions(options);
    const std::optional<Map> map = rawMap(*input.answer);
    if (!map)
        return nothingMeasured();
    const auto photos = translated([&] { return std::make_shared<NoisyPhotos>(input, options); });
    return measureReruns({.question = sameTarget(*input.question, *input.answer),
        .count = options.samples,
        .network =
            [network = input.network](int) {
                return std::shared_ptr<const Network>(std::shared_ptr<void>(), network); // not its own
            },
        .photo = [photos](int) { return translated([&] { return photos->next(); }); },
        .conclude = [original = *map](const auto &maps) { return concluded(original, maps); }});
}

} // namespace convscope
