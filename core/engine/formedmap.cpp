#include "core/engine/formedmap.h"

#include "core/image/resize.h"
#include "core/image/slic.h"

#include <utility>

namespace convscope {

namespace {

/// C×H×W: each value becomes the mean of those of its superpixel and channel.
void averageOver(const Segmentation &segments, Map &map)
{
    const std::size_t pixels = segments.labels.size();
    for (std::size_t begin = 0; begin < map.values.size(); begin += pixels) {
        std::vector<double> sums(std::size_t(segments.count), 0);
        std::vector<double> counts(sums.size(), 0);
        for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
            const auto segment = std::size_t(segments.labels[pixel]);
            sums[segment] += map.values[begin + pixel];
            ++counts[segment];
        }
        for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
            const auto segment = std::size_t(segments.labels[pixel]);
            map.values[begin + pixel] = sums[segment] / counts[segment];
        }
    }
}

} // namespace

void takeForm(Attribution &answer, MapForm form, const Image &photo)
{
    if (form == MapForm::AsIs)
        return;
    if (isAbsolute(form)) {
        answer.map = sizesOf(answer.map);
        answer.completeness.reset();
        if (answer.meaning != Meaning::Relevance)
            answer.meaning = Meaning::Sensitivity;
    }
    if (isOverSuperpixels(form)) {
        if (answer.map.height != photo.height || answer.map.width != photo.width)
            answer.map = interpolated(answer.map, photo.height, photo.width);
        averageOver(slic(photo, {}), answer.map);
    }
    answer.errors.reset();
}

} // namespace convscope
