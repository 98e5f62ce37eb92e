#include "ui/present/numbers.h"

#include "core/computing.h"
#include "core/io/npy.h"

#include <nlohmann/json.hpp>

namespace convscope {

namespace {

/// With all digits that are needed to read the same number again.
std::string text(double value) { return nlohmann::json(value).dump(); }

/// With "-" between the parts that there are.
std::string joined(const std::string &what, std::initializer_list<std::optional<std::string>> parts)
{
    std::string name = what;
    for (const std::optional<std::string> &part : parts) {
        if (part)
            name += '-' + *part;
    }
    return name;
}

NpyReal realOf(Precision precision)
{
    return precision == Precision::Float64 ? NpyReal::Float64 : NpyReal::Float32;
}

/// The bytes of an answer's arrays, in the order of their names.
struct ArrayBytes
{
    NpyReal real;

    std::string bytesOf(const Map &map) const
    {
        return map.channels == 1 ? npyBytes2D(map, real) : npyBytes(map, real);
    }
    std::vector<std::string> operator()(const Attribution &answer) const
    {
        std::vector<std::string> bytes{bytesOf(answer.map)};
        if (answer.errors)
            bytes.push_back(bytesOf(*answer.errors));
        return bytes;
    }
    std::vector<std::string> operator()(const Activation &answer) const
    {
        return {npyBytes2D(answer.map, real)};
    }
    std::vector<std::string> operator()(const OptimisedImage &answer) const
    {
        return {npyBytes(answer.image, real)};
    }
    std::vector<std::string> operator()(const SuperpixelWeights &answer) const
    {
        const Segmentation &segments = answer.segments;
        return {npyBytes(segments.labels, segments.height, segments.width),
            npyBytes(markedPixels(answer), segments.height, segments.width)};
    }
    std::vector<std::string> operator()(const LayerMaps &answer) const
    {
        std::vector<std::string> bytes;
        for (const LayerMaps::OfLayer &each : answer.maps)
            bytes.push_back(npyBytes2D(each.map, real));
        return bytes;
    }
    std::vector<std::string> operator()(const FilterWeights &answer) const
    {
        return {npyBytes(answer.weights, real)};
    }
};

struct Table
{
    std::string operator()(const Attribution &answer) const { return tableOf(answer.map); }
    std::string operator()(const Activation &answer) const { return tableOf(answer.map); }
    std::string operator()(const OptimisedImage &answer) const { return tableOf(answer.image); }
    std::string operator()(const SuperpixelWeights &answer) const
    {
        mayBlock("tableOf");
        std::string lines = "class,segment,weight,standard_error\n";
        for (const ClassWeights &ofClass : answer.classes)
            lines += linesOf(std::to_string(ofClass.label), ofClass);
        return answer.other ? lines + linesOf(fileWord(answer.target), *answer.other) : lines;
    }
    std::string operator()(const LayerMaps &answer) const
    {
        mayBlock("tableOf");
        std::string lines = "layer,row,column,value\n";
        for (const auto &[layer, map] : answer.maps) {
            for (int y = 0; y < map.height; ++y) {
                for (int x = 0; x < map.width; ++x)
                    lines += std::to_string(layer) + ',' + std::to_string(y) + ',' + std::to_string(x) + ','
                        + text(map.at(0, y, x)) + '\n';
            }
        }
        return lines;
    }
    std::string operator()(const FilterWeights &answer) const
    {
        std::string lines = "filter,weight\n";
        for (std::size_t filter = 0; filter < answer.weights.size(); ++filter)
            lines += std::to_string(filter) + ',' + text(answer.weights[filter]) + '\n';
        return lines;
    }
    static std::string linesOf(const std::string &explained, const ClassWeights &weights)
    {
        std::string lines;
        for (const SegmentWeight &entry : weights.weights)
            lines += explained + ',' + std::to_string(entry.segment) + ',' + text(entry.weight) + ','
                + (entry.error ? text(*entry.error) : "") + '\n';
        return lines;
    }
};

} // namespace

std::vector<std::string> arrayNamesOf(const Answer &answer, const MethodOptions &options)
{
    const std::string files = traitsOf(options).files;
    const std::optional<Explained> explained =
        isDifference(answer) && !fieldOf<Target>(options) ? std::nullopt : targetOf(answer);
    const auto target = explained ? std::optional(fileWord(*explained)) : std::nullopt;
    if (kindOf(answer) == AnswerKind::SuperpixelWeights) {
        const std::string prefix = files.empty() ? files : files + '-';
        return {prefix + "segments", joined(prefix + "mask", {target})};
    }
    if (const auto *maps = std::get_if<LayerMaps>(&answer)) {
        std::vector<std::string> names;
        for (const LayerMaps::OfLayer &each : maps->maps)
            names.push_back(joined(files, {std::to_string(each.layer), target}));
        return names;
    }
    const LayerId *layer = fieldOf<LayerId>(options);
    const FilterId *filter = fieldOf<FilterId>(options);
    const ClassId *label = fieldOf<ClassId>(options);
    const auto number = [&options](const auto *field, const char *name, const std::string &before = {}) {
        return field && counts(options, name) ? std::optional(before + std::to_string(int(*field)))
                                              : std::nullopt;
    };
    std::vector<std::string> names{joined(
        files, {number(layer, "layer"), number(filter, "filter"), number(label, "class", "class-"), target})};
    const auto *attribution = std::get_if<Attribution>(&answer);
    if (attribution && attribution->errors)
        names.push_back(names.front() + "-errors");
    return names;
}

std::vector<NumberArray> arraysOf(const Answer &answer, const MethodOptions &options, Precision precision)
{
    mayBlock("arraysOf");
    const std::vector<std::string> names = arrayNamesOf(answer, options);
    std::vector<std::string> bytes = std::visit(ArrayBytes{realOf(precision)}, answer);
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
    mayBlock("inputArray");
    return {"input", npyBytes(input)};
}

NumberArray weightsArray(const Map &weights, int layer, int filter, Precision precision)
{
    mayBlock("weightsArray");
    return {weightsName(layer, filter), npyBytes(weights, realOf(precision))};
}

std::string weightsName(int layer, int filter)
{
    return joined("weights", {std::to_string(layer), std::to_string(filter)});
}

std::string tableOf(const Answer &answer) { return std::visit(Table{}, answer); }

std::string tableOf(const Image &input)
{
    mayBlock("tableOf");
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
    mayBlock("tableOf");
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
