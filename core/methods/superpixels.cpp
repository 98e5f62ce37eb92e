#include "core/methods/superpixels.h"

#include "core/methods/baseline.h"

namespace convscope {

namespace {

/// 3×H×W in [0, 1]: divided by 255 in float32, as ToTensor does.
Map unitPicture(const Image &image)
{
    const std::size_t pixels = std::size_t(image.width) * std::size_t(image.height);
    Map map{3, image.height, image.width, std::vector<double>(3 * pixels)};
    for (std::size_t channel = 0; channel < 3; ++channel) {
        for (std::size_t i = 0; i < pixels; ++i)
            map.values[channel * pixels + i] = double(float(image.pixels[3 * i + channel]) / 255.0f);
    }
    return map;
}

/// Every superpixel in its mean colour.
Map meanColours(Map picture, const Segmentation &segments)
{
    const std::size_t pixels = segments.labels.size();
    for (std::size_t channel = 0; channel < 3; ++channel) {
        double *values = picture.values.data() + channel * pixels;
        std::vector<double> sum(std::size_t(segments.count), 0.0);
        std::vector<int> count(sum.size(), 0);
        for (std::size_t i = 0; i < pixels; ++i) {
            const auto segment = std::size_t(segments.labels[i]);
            sum[segment] += values[i];
            ++count[segment];
        }
        for (std::size_t i = 0; i < pixels; ++i) {
            const auto segment = std::size_t(segments.labels[i]);
            values[i] = sum[segment] / count[segment];
        }
    }
    return picture;
}

} // namespace

Map hiddenPicture(const Image &photo, const Segmentation &segments, SuperpixelFill fill)
{
    Map picture = unitPicture(photo);
    switch (fill) {
    case SuperpixelFill::Mean:
        return meanColours(std::move(picture), segments);
    case SuperpixelFill::Black:
        return baselineOf(picture, BaselinePicture::Black, {});
    case SuperpixelFill::Blurred:
        return baselineOf(picture, BaselinePicture::Blurred, {});
    }
    return picture;
}

} // namespace convscope
