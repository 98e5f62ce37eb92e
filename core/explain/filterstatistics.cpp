#include "core/explain/filterstatistics.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace convscope {

namespace {

FilterStatistics statisticsOf(std::span<const double> values)
{
    const auto [min, max] = std::minmax_element(values.begin(), values.end());
    const auto size = double(values.size());
    return {
        .mean = std::accumulate(values.begin(), values.end(), 0.0) / size,
        .max = *max,
        .zeros = double(std::count(values.begin(), values.end(), 0.0)) / size,
        .silent = *min == *max,
    };
}

/// The block that a layer is in: of "layer1.0.conv1" "layer1.0".
std::string blockOf(const Layer &layer) { return layer.name.substr(0, layer.name.rfind('.') + 1); }

/// Whether each channel of the output depends on the same channel of the input alone.
bool keepsChannelsApart(const std::string &kind)
{
    static const char *const kinds[] = {"BatchNorm2d", "ReLU", "ReLU6", "LeakyReLU", "SiLU", "Hardswish",
        "GELU", "MaxPool2d", "AvgPool2d", "AdaptiveAvgPool2d", "Dropout", "Dropout2d", "Identity",
        // Operators that are no modules, as their files call them
        "hardtanh", "leaky_relu", "silu", "hardswish", "gelu", "max_pool2d", "avg_pool2d",
        "adaptive_avg_pool2d", "dropout", "Clip", "LeakyRelu", "HardSwish", "Gelu", "MaxPool", "AveragePool",
        "GlobalAveragePool"};
    return std::find(std::begin(kinds), std::end(kinds), kind) != std::end(kinds);
}

/// Where the network's file lists its operators, these tell what a layer takes, whatever branches there are.
std::optional<int> convolutionInGraph(const NetworkInfo &info, int layer)
{
    const auto node = std::find_if(
        info.graph.begin(), info.graph.end(), [layer](const GraphNode &each) { return each.layer == layer; });
    std::optional<int> place;
    if (node != info.graph.end())
        place = int(node - info.graph.begin());
    const std::optional<int> channels = info.layers[std::size_t(layer)].channels;
    while (place) {
        const GraphNode &at = info.graph[std::size_t(*place)];
        if (!at.layer)
            return {};
        const Layer &shown = info.layers[std::size_t(*at.layer)];
        if (shown.channels != channels || shown.isReused)
            return {};
        if (shown.kind == "Conv2d")
            return at.layer;
        if (!keepsChannelsApart(shown.kind) || at.inputs.empty())
            return {};
        place = at.inputs.front().maker;
    }
    return {};
}

} // namespace

std::vector<FilterStatistics> filterStatistics(const Map &maps)
{
    const std::size_t plane = std::size_t(maps.height) * std::size_t(maps.width);
    std::vector<FilterStatistics> statistics;
    for (std::size_t channel = 0; plane > 0 && channel < std::size_t(maps.channels); ++channel)
        statistics.push_back(statisticsOf(std::span(maps.values).subspan(channel * plane, plane)));
    return statistics;
}

std::optional<int> convolutionOf(const NetworkInfo &info, int layer)
{
    const auto &layers = info.layers;
    if (layer < 0 || layer >= int(layers.size()))
        return {};
    if (!info.graph.empty())
        return convolutionInGraph(info, layer);
    const std::optional<int> channels = layers[std::size_t(layer)].channels;
    for (int at = layer; at >= 0; --at) {
        const Layer &each = layers[std::size_t(at)];
        // Where a network branches, what stands before a layer need not be what it takes: within a block it
        // is.
        if (each.channels != channels || each.isReused
            || blockOf(each) != blockOf(layers[std::size_t(layer)]))
            return {};
        if (each.kind == "Conv2d")
            return at;
        if (!keepsChannelsApart(each.kind))
            return {};
    }
    return {};
}

} // namespace convscope
