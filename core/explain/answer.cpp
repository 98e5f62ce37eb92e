#include "core/explain/answer.h"

#include "core/image/resize.h"

#include <algorithm>
#include <numeric>

namespace convscope {

namespace {

/// (m − min)/(1e-7 + max of what is left), in place.
void stretch(std::vector<double> &values)
{
    if (values.empty())
        return;
    const double lowest = *std::min_element(values.begin(), values.end());
    for (double &value : values)
        value -= lowest;
    const double highest = *std::max_element(values.begin(), values.end());
    for (double &value : values)
        value /= 1e-7 + highest;
}

/// The weight of each pixel's superpixel; 0 of one that has not been weighed.
Map weightsOfPixels(const SuperpixelWeights &answer)
{
    const Segmentation &segments = answer.segments;
    std::vector<double> weights(std::size_t(segments.count), 0.0);
    for (const SegmentWeight &entry : answer.ofTarget().weights)
        weights[std::size_t(entry.segment)] = entry.weight;
    Map map{1, segments.height, segments.width, {}};
    map.values.reserve(segments.labels.size());
    for (const auto label : segments.labels)
        map.values.push_back(weights[std::size_t(label)]);
    return map;
}

} // namespace

std::optional<double> Completeness::relativeError() const
{
    if (difference == 0)
        return {};
    return std::abs(error() / difference);
}

int OptimisedImage::columns() const { return int(std::ceil(std::sqrt(pictures))); }

int OptimisedImage::rows() const { return (pictures + columns() - 1) / columns(); }

std::optional<double> noiseOf(const Attribution &answer)
{
    if (!answer.errors)
        return {};
    const auto meanSquare = [](const std::vector<double> &values, double from) {
        double sum = 0;
        for (const double value : values)
            sum += (value - from) * (value - from);
        return sum / double(values.size());
    };
    const std::vector<double> &values = answer.map.values;
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
    const double deviation = std::sqrt(meanSquare(values, mean));
    return deviation > 0 ? std::optional(std::sqrt(meanSquare(answer.errors->values, 0)) / deviation)
                         : std::nullopt;
}

std::vector<int> FilterWeights::strongest(int count) const
{
    std::vector<int> places(weights.size());
    std::iota(places.begin(), places.end(), 0);
    std::stable_sort(places.begin(), places.end(), [this](int a, int b) {
        return std::abs(weights[std::size_t(a)]) > std::abs(weights[std::size_t(b)]);
    });
    places.resize(std::min(places.size(), std::size_t(std::max(count, 0))));
    return places;
}

std::vector<std::int8_t> markedSigns(const ClassWeights &weights, int count, const Marking &marking)
{
    std::vector<std::int8_t> signs(std::size_t(count), 0);
    const std::size_t taken = std::min(weights.weights.size(), std::size_t(std::max(marking.features, 0)));
    for (std::size_t i = 0; i < taken; ++i) {
        const SegmentWeight &entry = weights.weights[i];
        if (std::abs(entry.weight) >= marking.minWeight)
            signs[std::size_t(entry.segment)] = entry.weight < 0 ? -1 : 1;
    }
    return signs;
}

std::vector<std::int8_t> markedPixels(
    const Segmentation &segments, const ClassWeights &weights, const Marking &marking)
{
    const std::vector<std::int8_t> signs = markedSigns(weights, segments.count, marking);
    std::vector<std::int8_t> marks(segments.labels.size());
    std::transform(segments.labels.begin(), segments.labels.end(), marks.begin(),
        [&signs](std::int32_t segment) { return signs[std::size_t(segment)]; });
    return marks;
}

std::vector<std::int8_t> markedPixels(const SuperpixelWeights &answer)
{
    return markedPixels(answer.segments, answer.ofTarget(), answer.marking);
}

Image notebookPicture(const Image &input, const std::vector<std::int8_t> &marks)
{
    Image picture = input;
    if (picture.isNull())
        return picture;
    const std::uint8_t brightest = *std::max_element(input.pixels.begin(), input.pixels.end());
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (marks[i] != 0)
            picture.pixels[3 * i + (marks[i] < 0 ? 0 : 1)] = brightest;
    }
    return picture;
}

AnswerKind kindOf(const Answer &answer) { return AnswerKind(answer.index()); }

const Notes &notesOf(const Answer &answer)
{
    return std::visit([](const auto &any) -> const Notes & { return any.notes; }, answer);
}

std::optional<Explained> targetOf(const Answer &answer)
{
    return std::visit(
        [](const auto &any) -> std::optional<Explained> {
            if constexpr (requires { any.target; })
                return any.target;
            else
                return {};
        },
        answer);
}

std::optional<int> labelOf(const Answer &answer)
{
    const std::optional<Explained> target = targetOf(answer);
    return target ? target->label() : std::nullopt;
}

bool isDifference(const Answer &answer)
{
    if (const auto *weights = std::get_if<SuperpixelWeights>(&answer))
        return weights->isDifference;
    const auto *attribution = std::get_if<Attribution>(&answer);
    return attribution && attribution->meaning == Meaning::Difference;
}

std::optional<Map> rawMap(const Answer &answer)
{
    if (const auto *weights = std::get_if<SuperpixelWeights>(&answer))
        return weightsOfPixels(*weights);
    if (const auto *activation = std::get_if<Activation>(&answer))
        return activation->map;
    const auto *attribution = std::get_if<Attribution>(&answer);
    if (!attribution)
        return {};
    Map map = attribution->map;
    if (const std::optional<Range> &range = attribution->stretchedFrom) {
        for (double &value : map.values)
            value = range->low + value * (range->high - range->low);
    }
    return map;
}

Map finishedCam(const Map &raw, int height, int width)
{
    Map positive = raw;
    for (double &value : positive.values)
        value = std::max(0.0, value);
    stretch(positive.values);
    Map finished = interpolated(positive, height, width);
    stretch(finished.values);
    return finished;
}

Map sumOfChannels(const Map &map)
{
    Map sum{1, map.height, map.width, {}};
    const auto pixels = std::ptrdiff_t(map.height) * map.width;
    sum.values.assign(std::size_t(pixels), 0);
    for (int channel = 0; channel < map.channels; ++channel)
        std::transform(sum.values.begin(), sum.values.end(), map.values.begin() + channel * pixels,
            sum.values.begin(), std::plus<>());
    return sum;
}

Map sizesOf(const Map &map)
{
    Map sizes = map;
    for (double &value : sizes.values)
        value = std::abs(value);
    return sizes;
}

Range clippedScale(const Map &map, double low, double outliers)
{
    if (map.values.empty())
        return {low, low};
    std::vector<double> sorted = map.values;
    std::sort(sorted.begin(), sorted.end());
    const double place = (1 - outliers) * double(sorted.size() - 1);
    const auto below = std::size_t(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double high = sorted[below] + (sorted[above] - sorted[below]) * (place - double(below));
    return {low, high > low ? high : sorted.back()};
}

Range sizeScale(const Map &map, double outliers) { return clippedScale(map, 0, outliers); }

Range signedScale(const Map &map, double outliers)
{
    std::vector<double> sizes;
    for (const double value : map.values)
        sizes.push_back(std::abs(value));
    std::sort(sizes.begin(), sizes.end());
    const double enough = (1 - outliers) * std::accumulate(sizes.begin(), sizes.end(), 0.0);
    double running = 0;
    for (const double size : sizes) {
        running += size;
        if (running >= enough)
            return {-size, size};
    }
    return {};
}

} // namespace convscope
