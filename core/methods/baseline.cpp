#include "core/methods/baseline.h"

#include "core/engine/tensors.h"
#include "core/explain/random.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace convscope {

namespace {

Map filled(const Map &photo, double value)
{
    return {photo.channels, photo.height, photo.width, std::vector<double>(photo.values.size(), value)};
}

Map meanColour(const Map &photo)
{
    Map map = photo;
    const auto pixels = std::ptrdiff_t(photo.height) * photo.width;
    for (auto channel = map.values.begin(); channel != map.values.end(); channel += pixels) {
        const double mean = std::accumulate(channel, channel + pixels, 0.0) / double(pixels);
        std::fill_n(channel, pixels, mean);
    }
    return map;
}

Map noiseLike(const Map &photo, Seed seed)
{
    NumpyRandom random(seed);
    Map map = photo;
    std::generate(map.values.begin(), map.values.end(), [&random] { return random.uniform(); });
    return map;
}

/// The weights of a Gaussian from −r to r; they add up to 1.
std::vector<double> gaussian(double deviation)
{
    constexpr double deviations = 4;
    const int radius = int(deviations * deviation + 0.5);
    std::vector<double> weights;
    for (int i = -radius; i <= radius; ++i)
        weights.push_back(std::exp(-0.5 * i * i / (deviation * deviation)));
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double &weight : weights)
        weight /= sum;
    return weights;
}

/// What each place of a side takes from each, size×size: a product with it smooths along that side.
at::Tensor smoothing(int size, const std::vector<double> &weights)
{
    at::Tensor matrix = at::zeros({size, size}, at::kDouble);
    const int radius = int(weights.size() / 2);
    auto *row = matrix.data_ptr<double>();
    for (int place = 0; place < size; ++place, row += size) {
        for (int i = -radius; i <= radius; ++i)
            row[std::clamp(place + i, 0, size - 1)] += weights[std::size_t(i + radius)];
    }
    return matrix;
}

Map blurred(const Map &photo)
{
    constexpr double heightInDeviations = 12.8;
    const std::vector<double> weights = gaussian(photo.height / heightInDeviations);
    auto *values = const_cast<double *>(photo.values.data()); // from_blob only reads
    const at::Tensor picture =
        at::from_blob(values, {photo.channels, photo.height, photo.width}, at::kDouble);
    return toMap(at::matmul(
        at::matmul(smoothing(photo.height, weights), picture), smoothing(photo.width, weights).t()));
}

} // namespace

Map baselineOf(const Map &photo, BaselinePicture kind, Seed seed)
{
    switch (kind) {
    case BaselinePicture::Black:
        return filled(photo, 0);
    case BaselinePicture::White:
        return filled(photo, 1);
    case BaselinePicture::Gray:
        return filled(photo, 0.5);
    case BaselinePicture::Mean:
        return meanColour(photo);
    case BaselinePicture::Blurred:
        return translated([&photo] { return blurred(photo); });
    case BaselinePicture::Noise:
        return noiseLike(photo, seed);
    }
    return photo;
}

} // namespace convscope
