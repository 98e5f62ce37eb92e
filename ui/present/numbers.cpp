#include "ui/present/numbers.h"

#include "core/computing.h"
#include "core/io/npy.h"

#include <nlohmann/json.hpp>

namespace convscope {

namespace {

/// With all digits that are needed to read the same number again.
std::string text(double value) { return nlohmann::json(value).dump(); }

std::string filterName(const char *what, int layer, int filter)
{
    return std::string(what) + '-' + std::to_string(layer) + '-' + std::to_string(filter);
}

NpyReal realOf(Precision precision)
{
    return precision == Precision::Float64 ? NpyReal::Float64 : NpyReal::Float32;
}

struct ArrayNames
{
    const MethodOptions &options;

    std::vector<std::string> operator()(const Saliency &answer) const
    {
        return {"saliency-" + std::to_string(answer.target)};
    }
    std::vector<std::string> operator()(const Activation &) const
    {
        const auto &asked = std::get<ActivationOptions>(options);
        return {filterName("activation", asked.layer, asked.filter)};
    }
    std::vector<std::string> operator()(const FilterImage &) const
    {
        const auto &asked = std::get<FilterImageOptions>(options);
        return {filterName("filter", asked.layer, asked.filter)};
    }
    std::vector<std::string> operator()(const LimeExplanation &answer) const
    {
        return {"segments", "mask-" + std::to_string(answer.target)};
    }
};

/// Their bytes, in the order of the names.
struct ArrayBytes
{
    const MethodOptions &options;
    NpyReal real;

    std::vector<std::string> operator()(const Saliency &answer) const { return {npyBytes(answer.map, real)}; }
    std::vector<std::string> operator()(const Activation &answer) const
    {
        return {npyBytes2D(answer.map, real)};
    }
    std::vector<std::string> operator()(const FilterImage &answer) const
    {
        return {npyBytes(answer.image, real)};
    }
    std::vector<std::string> operator()(const LimeExplanation &answer) const
    {
        const auto &asked = std::get<LimeOptions>(options);
        const Segmentation &segments = answer.segments;
        const auto mask = limeMask(
            segments, answer.classes.at(std::size_t(answer.target)), asked.features, asked.minWeight);
        return {npyBytes(segments.labels, segments.height, segments.width),
            npyBytes(mask, segments.height, segments.width)};
    }
};

struct Table
{
    std::string operator()(const Saliency &answer) const { return tableOf(answer.map); }
    std::string operator()(const Activation &answer) const { return tableOf(answer.map); }
    std::string operator()(const FilterImage &answer) const { return tableOf(answer.image); }
    std::string operator()(const LimeExplanation &answer) const
    {
        computing("tableOf");
        std::string lines = "class,segment,weight,standard_error\n";
        for (const Surrogate &surrogate : answer.classes) {
            for (const SegmentWeight &entry : surrogate.weights)
                lines += std::to_string(surrogate.label) + ',' + std::to_string(entry.segment) + ','
                    + text(entry.weight) + ',' + text(entry.error) + '\n';
        }
        return lines;
    }
};

} // namespace

std::vector<std::string> arrayNamesOf(const Answer &answer, const MethodOptions &options)
{
    return std::visit(ArrayNames{options}, answer);
}

std::vector<NumberArray> arraysOf(const Answer &answer, const MethodOptions &options, Precision precision)
{
    computing("arraysOf");
    const std::vector<std::string> names = arrayNamesOf(answer, options);
    std::vector<std::string> bytes = std::visit(ArrayBytes{options, realOf(precision)}, answer);
    std::vector<NumberArray> arrays;
    for (std::size_t i = 0; i < names.size(); ++i)
        arrays.push_back({names[i], std::move(bytes[i])});
    return arrays;
}

Map channelOf(const Map &maps, int channel)
{
    const std::size_t size = std::size_t(maps.height) * std::size_t(maps.width);
    const auto first = maps.values.begin() + std::ptrdiff_t(size * std::size_t(channel));
    return {1, maps.height, maps.width, {first, first + std::ptrdiff_t(size)}};
}

NumberArray inputArray(const Image &input)
{
    computing("inputArray");
    return {"input", npyBytes(input)};
}

NumberArray weightsArray(const Map &weights, int layer, int filter, Precision precision)
{
    computing("weightsArray");
    return {weightsName(layer, filter), npyBytes(weights, realOf(precision))};
}

std::string weightsName(int layer, int filter) { return filterName("weights", layer, filter); }

std::string tableOf(const Answer &answer) { return std::visit(Table{}, answer); }

std::string tableOf(const Image &input)
{
    computing("tableOf");
    std::string lines = "row,column,red,green,blue\n";
    for (int y = 0; y < input.height; ++y) {
        for (int x = 0; x < input.width; ++x) {
            const std::size_t at = 3 * (std::size_t(y) * std::size_t(input.width) + std::size_t(x));
            lines += std::to_string(y) + ',' + std::to_string(x);
            for (std::size_t channel = 0; channel < 3; ++channel)
                lines += ',' + std::to_string(int(input.pixels[at + channel]));
            lines += '\n';
        }
    }
    return lines;
}

std::string tableOf(const Map &map)
{
    computing("tableOf");
    const bool isFlat = map.channels == 1;
    std::string lines = isFlat ? "" : "channel,row,column,value\n";
    for (int channel = 0; channel < map.channels; ++channel) {
        for (int y = 0; y < map.height; ++y) {
            for (int x = 0; x < map.width; ++x) {
                if (!isFlat)
                    lines += std::to_string(channel) + ',' + std::to_string(y) + ',' + std::to_string(x) + ','
                        + text(map.at(channel, y, x)) + '\n';
                else
                    lines += text(map.at(channel, y, x)) + (x + 1 < map.width ? ',' : '\n');
            }
        }
    }
    return lines;
}

} // namespace convscope
