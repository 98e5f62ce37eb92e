#include "core/index/indexkey.h"

#include "core/error.h"
#include "core/index/photoscan.h"
#include "core/io/filestamp.h"

#include <algorithm>
#include <map>
#include <set>

namespace convscope {

void IndexKey::requireSame(const IndexKey &other, const std::filesystem::path &file) const
{
    if (network != other.network)
        throw Error(ErrorKind::IndexOfOther, file, {}, Phrase::AnotherNetwork);
    if (asked != other.asked)
        throw Error(ErrorKind::IndexOfOther, file, {}, Phrase::AnotherPreparation);
    if (layers != other.layers || features != other.features)
        throw Error(ErrorKind::IndexOfOther, file, {}, Phrase::OtherLayers);
}

std::vector<bool> IndexPlan::areRectified() const
{
    std::vector<bool> result;
    for (const int layer : layers)
        result.push_back(std::any_of(derived.begin(), derived.end(), [layer](const DerivedLayer &each) {
            return each.from == layer && each.rule == DerivedLayer::Rule::Rectified;
        }));
    return result;
}

namespace {

bool isActivation(const std::string &kind)
{
    static const std::set<std::string> kinds = {"ReLU", "ReLU6", "LeakyReLU", "SiLU", "Hardswish", "GELU",
        "ELU", "PReLU", "Mish", "Relu", "relu", "hardtanh", "leaky_relu", "silu", "hardswish", "gelu"};
    return kinds.contains(kind);
}

} // namespace

std::optional<int> featuresLayer(const NetworkInfo &info)
{
    std::optional<int> features;
    std::optional<int> before;
    for (const Layer &layer : info.layers) {
        if (layer.isBlock || layer.isOperator)
            break;
        if (layer.kind == "Linear")
            features = before;
        if (layer.channels && layer.kind != "Dropout")
            before = layer.index;
    }
    return features;
}

IndexPlan planIndex(const Network &network, const std::vector<int> &asked)
{
    const NetworkInfo &info = network.info();
    const std::vector<DerivedLayer> derived = derivedLayersOf(network);
    const auto followsFrom = [&](int layer) -> std::optional<int> {
        for (const DerivedLayer &each : derived) {
            if (each.layer == layer)
                return each.from;
        }
        return {};
    };
    std::set<int> layers;
    for (const int layer : asked) {
        checkFilter(info, layer, 0);
        layers.insert(followsFrom(layer).value_or(layer));
    }
    if (asked.empty()) {
        for (const Layer &layer : info.layers) {
            if (layer.hasMaps() && !layer.isBlock && (layer.kind == "Conv2d" || isActivation(layer.kind)))
                layers.insert(followsFrom(layer.index).value_or(layer.index));
        }
    }
    if (layers.empty())
        throw Error(ErrorKind::NoLayerWithMaps);
    IndexPlan plan;
    plan.layers.assign(layers.begin(), layers.end());
    for (const DerivedLayer &each : derived) {
        if (layers.contains(each.from))
            plan.derived.push_back(each);
    }
    plan.features = featuresLayer(info);
    return plan;
}

std::vector<IndexedLayer> indexedLayers(const NetworkInfo &info, const IndexPlan &plan)
{
    std::vector<IndexedLayer> result;
    const auto add = [&](int index, std::size_t place, const DerivedLayer *derived) {
        const Layer &layer = info.layers[std::size_t(index)];
        IndexedLayer told{index, layer.name, layer.kind, layer.channels.value_or(0), layer.height.value_or(0),
            layer.width.value_or(0), {}, place};
        if (derived) {
            told.rule = derived->rule;
            told.scale = derived->scale;
            told.shift = derived->shift;
        }
        result.push_back(std::move(told));
    };
    for (std::size_t place = 0; place < plan.layers.size(); ++place) {
        add(plan.layers[place], place, nullptr);
        for (const DerivedLayer &each : plan.derived) {
            if (each.from == plan.layers[place])
                add(each.layer, place, &each);
        }
    }
    std::sort(result.begin(), result.end(),
        [](const IndexedLayer &a, const IndexedLayer &b) { return a.index < b.index; });
    return result;
}

std::vector<std::size_t> filtersOf(const std::vector<IndexedLayer> &layers)
{
    std::map<std::size_t, std::size_t> filters;
    for (const IndexedLayer &layer : layers) {
        if (!layer.rule)
            filters[layer.place] = std::size_t(layer.filters);
    }
    std::vector<std::size_t> result;
    for (const auto &[place, count] : filters)
        result.push_back(count);
    return result;
}

IndexKey indexKey(const NetworkInfo &info, const IndexPlan &plan, const std::string &networkHash)
{
    IndexKey key;
    key.network = networkHash;
    key.asked = std::string(name(info.precision)) + ' ' + info.device.substr(0, info.device.find(':')) + ' '
        + info.output + ' ' + preparationJson(info.input);
    for (const std::filesystem::path &file : info.dataFiles) {
        const FileStamp stamp = stampOf(file).value_or(FileStamp());
        key.asked += ' ' + std::to_string(stamp.size) + '-' + std::to_string(stamp.changed);
    }
    for (const int layer : plan.layers)
        key.layers.push_back(info.layers[std::size_t(layer)].name);
    if (plan.features)
        key.features = info.layers[std::size_t(*plan.features)].name;
    return key;
}

} // namespace convscope
