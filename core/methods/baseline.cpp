#include "core/methods/baseline.h"

#include "core/engine/gaussianblur.h"
#include "core/engine/tensors.h"
#include "core/explain/random.h"

#include <ATen/ATen.h>

#include <algorithm>
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

Map blurred(const Map &photo)
{
    constexpr double heightInDeviations = 12.8;
    auto *values = const_cast<double *>(photo.values.data()); // from_blob only reads
    const at::Tensor picture =
        at::from_blob(values, {photo.channels, photo.height, photo.width}, at::kDouble);
    return toMap(gaussianBlurred(picture, photo.height / heightInDeviations, Outside::Repeated));
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
