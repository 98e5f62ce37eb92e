#include "tests/core/toynetwork.h"

#include "core/explain/methods.h"
#include "core/explain/readoptions.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

Answer answerTo(const Network &network, const Photo &photo, const MethodOptions &options)
{
    const auto run = explain(network, photo, options);
    CHECK_FALSE(run->hasAnswer());
    while (run->step())
        CHECK_FALSE(run->hasAnswer());
    CHECK(run->hasAnswer());
    CHECK(run->progress().done == run->progress().total);
    return run->answer();
}

LayerMaps mapsOf(const Network &network, const Photo &photo, const GradCamLayersOptions &options)
{
    return std::get<LayerMaps>(answerTo(network, photo, options));
}

Attribution alone(const Network &network, const Photo &photo, const Target &target, int layer)
{
    return std::get<Attribution>(answerTo(network, photo, GradCamOptions{target, layer}));
}

std::vector<int> layersIn(const LayerMaps &answer)
{
    std::vector<int> layers;
    for (const LayerMaps::OfLayer &each : answer.maps)
        layers.push_back(each.layer);
    return layers;
}

} // namespace

TEST_CASE("Grad-CAM at every layer from one pass is Grad-CAM at each")
{
    const Photo photo = foodPhoto("training/3_10");
    const Target target{Target::Kind::Class, 3};
    for (const char *file : {"", "torchscript/residual-scripted.pt", "torchscript/in-place-traced.pt"}) {
        INFO(file);
        const auto network =
            *file ? openNetwork(testFile(file), {testDevice(), Precision::Float64}) : narrowNetwork();
        const Photo seen = loadPhoto({photo.file, 3}, network->info().input);
        const LayerMaps found = mapsOf(*network, seen, {target});
        CHECK(layersIn(found) == layersOf(network->info(), WhichLayers::All));
        CHECK(found.target == 3);
        CHECK_FALSE(found.isSigned);
        for (const auto &[layer, map] : found.maps) {
            INFO(layer);
            const Attribution one = alone(*network, seen, target, layer);
            CHECK((map.height == one.map.height && map.width == one.map.width));
            CHECK(largestDifference(map.values, one.map.values) <= 1e-12 * largest(one.map.values));
        }
    }
}

TEST_CASE("the layers that have maps are all, the convolutions, or the last of each size")
{
    const auto network = narrowNetwork();
    const std::vector<Layer> &layers = network->info().layers;
    const std::vector<int> all = layersOf(network->info(), WhichLayers::All);
    CHECK(all.size() > 20);
    for (const int layer : all)
        CHECK((layers[std::size_t(layer)].hasMaps() && !layers[std::size_t(layer)].isBlock));
    std::vector<int> convolutions;
    for (const Layer &layer : layers) {
        if (layer.kind == "Conv2d")
            convolutions.push_back(layer.index);
    }
    CHECK(layersOf(network->info(), WhichLayers::Convolutions) == convolutions);
    const std::vector<int> sizes = layersOf(network->info(), WhichLayers::Sizes);
    CHECK(sizes.size() < convolutions.size());
    for (std::size_t i = 1; i < sizes.size(); ++i) // each half as high as the one before
        CHECK(layers[std::size_t(sizes[i])].height < layers[std::size_t(sizes[i - 1])].height);
    CHECK(sizes.back() == all.back());
}

TEST_CASE("between two classes the maps of all layers have two sides")
{
    const auto network = narrowNetwork();
    const Photo photo = foodPhoto("training/3_10");
    Target target{Target::Kind::Class, 3};
    target.against = OtherClass{OtherClass::Kind::Class, 8};
    const LayerMaps found = mapsOf(*network, photo, {target, WhichLayers::Sizes});
    CHECK(found.isSigned);
    CHECK(found.target.isContrast());
    const LayerMaps::OfLayer &last = found.maps.back();
    CHECK(last.map.values == alone(*network, photo, target, last.layer).map.values);
}

TEST_CASE("a network without maps, and a filter, are refused by Grad-CAM at every layer")
{
    const auto refusal = [](const Network &network, const GradCamLayersOptions &options) {
        const auto error = errorOf([&] { GradCamLayersRun(network, blackAndWhite(1), options); });
        return error ? std::optional(error->kind()) : std::nullopt;
    };
    class Flat : public ToyNetwork
    {
    public:
        Flat()
            : ToyNetwork([](const at::Tensor &x) {
                return inEachClass(x.sum({1, 2, 3}));
            })
        {
            m_info.layers = {Layer{0, "fc", "Linear", 3, {}, {}}};
        }
    };
    CHECK(refusal(Flat(), {}) == ErrorKind::NoLayerWithMaps);
    const auto network = narrowNetwork();
    CHECK(refusal(*network, {{Target::Kind::Class, 11}}) == ErrorKind::ClassOutOfRange);
    CHECK(refusal(*network, {{Target::Kind::Filter, 0, 0}}) == ErrorKind::InvalidOption);
    CHECK_FALSE(refusal(*network, {}));
    CHECK(errorOf([] { fromJson("gradcamlayers", R"({"layers": "some"})"); })->kind()
        == ErrorKind::InvalidOption);
}

TEST_CASE("weights of filters equal PyTorch's gradient times activation in float64")
{
    const auto network = narrowNetwork();
    const nlohmann::json facts = expectedJson("contrast");
    const Target target{Target::Kind::Class, facts["first"]};
    for (const auto &[layer, values] : facts["filter_weights"].items()) {
        INFO(layer);
        const auto expected = values.get<std::vector<double>>();
        const FilterWeights found = std::get<FilterWeights>(
            answerTo(*network, foodPhoto(facts["photo"]), FilterWeightsOptions{target, std::stoi(layer)}));
        CHECK(largestDifference(found.weights, expected) < 1e-9 * largest(expected));
        CHECK(found.target == facts["first"].get<int>());
        CHECK(found.notes.empty());
    }
}

TEST_CASE("filters are listed by the size of their weights, equal ones by place")
{
    const FilterWeights weights{{0.5, -2, 0.5, 0, 1}, {}, {}};
    CHECK(weights.strongest(3) == std::vector<int>{1, 4, 0});
    CHECK(weights.strongest(9) == std::vector<int>{1, 4, 0, 2, 3});
    CHECK(weights.strongest(0).empty());
}

TEST_CASE("each filter adds its part to a linear score, and a dead one is noted")
{
    // Channels red and 2·red of a photo whose right half is 1; the logit is 3·first − second.
    const auto maps = [](const at::Tensor &x) {
        return x.narrow(1, 0, 1) * at::tensor({1.0f, 2.0f}).view({1, 2, 1, 1});
    };
    const TwoParts network(
        maps,
        [](const at::Tensor &given) {
            return inEachClass(3 * given.select(1, 0).sum({1, 2}) - given.select(1, 1).sum({1, 2}));
        },
        2);
    const auto found = [](const Network &of) {
        return std::get<FilterWeights>(answerTo(of, blackAndWhite(1), FilterWeightsOptions{{}, 0}));
    };
    CHECK(found(network).weights == std::vector<double>{12, -8});
    const TwoParts dead(
        maps,
        [](const at::Tensor &given) {
            return inEachClass(given.sum({1, 2, 3}) * 0);
        },
        2);
    CHECK(found(dead).notes == Notes{Note::DeadLogit});
    const TwoParts cut(
        maps,
        [](const at::Tensor &given) {
            return inEachClass(given.detach().sum({1, 2, 3}));
        },
        2);
    CHECK(found(cut).notes == Notes{Note::GradientCut});
}
