#include "core/network/network.h"

#include "core/data/classnames.h"
#include "core/error.h"

#include <charconv>

namespace convscope {

namespace {

std::string count(std::size_t number) { return std::to_string(number); }

void checkLayer(const NetworkInfo &info, int layer)
{
    if (layer < 0 || std::size_t(layer) >= info.layers.size())
        throw Error(ErrorKind::NoSuchLayer, {}, {std::to_string(layer), count(info.layers.size())});
}

} // namespace

std::unique_ptr<Network> Network::withRandomWeights(int, std::uint32_t) const
{
    throw Error(ErrorKind::WeightsNotDrawn, {}, {info().kind});
}

const char *name(Precision precision)
{
    switch (precision) {
    case Precision::Float32:
        return "float32";
    case Precision::Float64:
        return "float64";
    case Precision::Preview:
        return "preview";
    }
    return "";
}

int findLayer(const NetworkInfo &info, const std::string &indexOrName)
{
    for (const Layer &layer : info.layers) {
        if (layer.name == indexOrName)
            return layer.index;
    }
    int index = -1;
    const char *end = indexOrName.data() + indexOrName.size();
    const auto parsed = std::from_chars(indexOrName.data(), end, index);
    if (parsed.ec != std::errc() || parsed.ptr != end || index < 0
        || std::size_t(index) >= info.layers.size())
        throw Error(ErrorKind::NoSuchLayer, {}, {indexOrName, count(info.layers.size())});
    return index;
}

void settleClassNames(NetworkInfo &info, const std::vector<std::vector<std::string>> &inside)
{
    std::vector<std::string> &names = info.input.classNames;
    if (!names.empty() && int(names.size()) != info.classCount) {
        names.clear();
        info.notes.push_back(Note::ClassNamesDoNotFit);
    }
    for (const std::vector<std::string> &list : inside) {
        if (names.empty() && int(list.size()) == info.classCount)
            names = list;
    }
    const bool isImageNet = info.input.size == imagenetInput().size
        && info.input.resize == imagenetInput().resize && info.input.mean == imagenetInput().mean
        && info.input.deviation == imagenetInput().deviation;
    if (names.empty() && isImageNet && info.classCount == int(imagenetClassNames().size()))
        names = imagenetClassNames();
}

void checkFilter(const NetworkInfo &info, int layer, int filter)
{
    checkLayer(info, layer);
    const Layer &asked = info.layers[std::size_t(layer)];
    if (!asked.hasMaps())
        throw Error(ErrorKind::LayerWithoutMaps, {}, {asked.name});
    if (filter < 0 || filter >= *asked.channels)
        throw Error(ErrorKind::FilterOutOfRange, {},
            {std::to_string(filter), asked.name, std::to_string(*asked.channels)});
}

} // namespace convscope
