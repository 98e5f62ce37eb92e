#include "tests/core/toynetwork.h"

#include "core/methods/activation.h"
#include "core/methods/filtermaps.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

/// One channel as a map of its own.
std::vector<double> channelOf(const Map &maps, int channel)
{
    const std::ptrdiff_t plane = std::ptrdiff_t(maps.height) * maps.width;
    const auto first = maps.values.begin() + channel * plane;
    return {first, first + plane};
}

} // namespace

TEST_CASE("all maps of a layer equal those that a PyTorch hook sees, in float64")
{
    const auto network = narrowNetwork();
    const Photo photo = foodPhoto("training/3_10");
    // A convolution, batch norm and ReLU in a row, which folding must keep apart, and pools
    for (const auto &[layer, filter] : {std::pair{0, 5}, {14, 3}, {15, 3}, {16, 3}, {17, 0}, {21, 2}}) {
        const std::string name = "activation-" + std::to_string(layer) + "-" + std::to_string(filter);
        INFO(name);
        const Layer &about = network->info().layers[std::size_t(layer)];
        const FilterMaps found = filterMaps(*network, photo, layer);
        CHECK(found.maps.channels == about.channels);
        CHECK(found.maps.height == about.height);
        CHECK(found.maps.width == about.width);
        const Array expected = expectedArray(name);
        CHECK(largestDifference(channelOf(found.maps, filter), expected.values)
            < 1e-9 * largest(expected.values));
    }
}

TEST_CASE("statistics of every filter equal those of PyTorch's maps")
{
    const auto network = narrowNetwork();
    const Photo photo = foodPhoto("training/3_10");
    const auto expected = expectedJson("filtermaps")["layers"];
    REQUIRE(expected.size() == 6);
    for (const auto &[layer, statistics] : expected.items()) {
        INFO("layer " << layer);
        std::vector<double> mean;
        std::vector<double> max;
        std::vector<double> zeros;
        for (const FilterStatistics &filter : filterMaps(*network, photo, std::stoi(layer)).filters) {
            mean.push_back(filter.mean);
            max.push_back(filter.max);
            zeros.push_back(filter.zeros);
        }
        const auto maxExpected = statistics["most"].get<std::vector<double>>();
        CHECK(largestDifference(mean, statistics["mean"].get<std::vector<double>>())
            < 1e-9 * largest(maxExpected));
        CHECK(largestDifference(max, maxExpected) < 1e-9 * largest(maxExpected));
        CHECK(zeros == statistics["zeros"].get<std::vector<double>>());
    }
}

TEST_CASE("all filters at once answer as each alone does")
{
    const auto network = narrowNetwork();
    const Photo photo = foodPhoto("validation/3_1");
    for (int layer = 0; layer < 26; ++layer) {
        INFO("layer " << layer);
        const FilterMaps found = filterMaps(*network, photo, layer);
        for (int filter = 0; filter < found.maps.channels; filter += 3) {
            ActivationRun alone(*network, photo, {layer, filter});
            alone.step();
            const std::vector<double> &expected = alone.result().map.values;
            CHECK(largestDifference(channelOf(found.maps, filter), expected) < 1e-9 * largest(expected));
        }
    }
}

TEST_CASE("statistics of maps worked out by hand")
{
    const auto statistics = filterStatistics({3, 1, 4, {0, 0, 1, 3, -2, -2, -2, -2, 0, 0, 0, 0}});
    REQUIRE(statistics.size() == 3);
    CHECK(statistics[0].mean == 1);
    CHECK(statistics[0].max == 3);
    CHECK(statistics[0].zeros == 0.5);
    CHECK_FALSE(statistics[0].silent);
    CHECK(statistics[1].mean == -2);
    CHECK(statistics[1].max == -2);
    CHECK(statistics[1].zeros == 0);
    CHECK(statistics[1].silent); // constant, as the note of a single activation has it
    CHECK(statistics[2].zeros == 1);
    CHECK(statistics[2].silent);
}

TEST_CASE("kernels are the file's, without the batch norm behind them")
{
    const auto network = narrowNetwork();
    const auto expected = expectedJson("filtermaps")["kernels"];
    for (const auto &[name, layer, filter, inputs] : {std::tuple{"0 5", 0, 5, 3}, {"14 3", 14, 3, 8}}) {
        INFO(name);
        const std::optional<Map> kernel = filterKernel(*network, layer, filter);
        REQUIRE(kernel);
        CHECK(kernel->channels == inputs);
        std::vector<double> flat;
        for (const auto &plane : expected[name])
            for (const auto &row : plane)
                flat.insert(flat.end(), row.begin(), row.end());
        CHECK(kernel->values == flat);
    }
    CHECK_FALSE(filterKernel(*network, 15, 3)); // batch norm
    CHECK(errorOf([&] { filterKernel(*network, 14, 12); })->kind() == ErrorKind::FilterOutOfRange);
}

TEST_CASE("a layer's maps belong to the convolution before it, filter by filter")
{
    const auto network = narrowNetwork();
    CHECK(convolutionOf(network->info(), 14) == 14);
    CHECK(convolutionOf(network->info(), 16) == 14);
    CHECK(convolutionOf(network->info(), 17) == 14); // a pool
    NetworkInfo info;
    info.layers = {
        {0, "stem", "Conv2d", 8, 4, 4},
        {1, "norm", "BatchNorm2d", 8, 4, 4},
        {2, "mix", "ConvTranspose2d", 8, 4, 4},
        {3, "act", "ReLU", 8, 4, 4},
        {4, "act2", "ReLU", 16, 4, 4},
    };
    CHECK(convolutionOf(info, 1) == 0);
    CHECK_FALSE(convolutionOf(info, 3)); // another kind of module lies between
    CHECK_FALSE(convolutionOf(info, 4)); // another number of channels
    CHECK_FALSE(convolutionOf(info, 5));
}

TEST_CASE("where operators are listed, they tell which convolution a layer is made from")
{
    const auto layer = [](int index, const char *name, const char *kind, bool isOperator) {
        Layer made{index, name, kind, 8, 4, 4};
        made.isOperator = isOperator;
        return made;
    };
    // Two convolutions, each with a ReLU that is no module; the second ReLU's sum with the first is a third.
    NetworkInfo info;
    info.layers = {layer(0, "a", "Conv2d", false), layer(1, "b", "Conv2d", false),
        layer(2, "relu", "ReLU", true), layer(3, "relu_1", "ReLU", true), layer(4, "add", "add", true),
        layer(5, "relu_2", "ReLU", true)};
    const auto node = [&](int shown, std::vector<int> makers) {
        GraphNode made{info.layers[std::size_t(shown)].name, "", ""};
        for (const int maker : makers)
            made.inputs.push_back({"self", "", maker});
        if (makers.empty())
            made.inputs.push_back({"input", "picture"});
        made.layer = shown;
        return made;
    };
    info.graph = {node(0, {}), node(2, {0}), node(1, {1}), node(3, {2}), node(4, {1, 3}), node(5, {4})};
    CHECK(convolutionOf(info, 0) == 0);
    CHECK(convolutionOf(info, 2) == 0); // and not the one that stands before it in the list
    CHECK(convolutionOf(info, 3) == 1);
    CHECK_FALSE(convolutionOf(info, 4));
    CHECK_FALSE(convolutionOf(info, 5));
}

TEST_CASE("layers that have no maps are refused, and NaN never leaves")
{
    const auto network = narrowNetwork();
    const Photo photo = foodPhoto("training/3_10");
    CHECK(errorOf([&] { filterMaps(*network, photo, 26); })->kind() == ErrorKind::LayerWithoutMaps);
    CHECK(errorOf([&] { filterMaps(*network, photo, 99); })->kind() == ErrorKind::NoSuchLayer);
    const ToyNetwork toy({}, [](const at::Tensor &x) { return x.select(1, 0) / x.select(1, 1); }); // 0/0
    const auto error = errorOf([&] { filterMaps(toy, blackAndWhite(), 0); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::NotFinite);
}
