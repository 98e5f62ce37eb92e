#include "tests/support/catch.h"
#include "tests/support/networks.h"

using namespace convscope;

namespace {

LayerGeometry geometryOf(const Network &network, const std::string &layer)
{
    const NetworkInfo &info = network.info();
    const auto &found = info.layers[std::size_t(findLayer(info, layer))].geometry;
    INFO(layer);
    REQUIRE(found.has_value());
    return *found;
}

LayerGeometry square(int kernel, int stride, int padding)
{
    return {{kernel, kernel}, {stride, stride}, {padding, padding}, {1, 1}};
}

} // namespace

/// As tests/reference/narrow.py builds it.
TEST_CASE("convolutions and pools of a checkpoint tell how they go over their input")
{
    const auto network = narrowNetwork();
    CHECK(geometryOf(*network, "cnn.0") == square(3, 1, 1));
    int pools = 0;
    for (const Layer &layer : network->info().layers) {
        if (layer.kind == "MaxPool2d") {
            CHECK(layer.geometry == square(2, 2, 0));
            ++pools;
        }
        CHECK(layer.geometry.has_value() == (layer.kind == "Conv2d" || layer.kind == "MaxPool2d"));
    }
    CHECK(pools > 0);
    const auto wide = openNetwork(testFile("checkpoints/kernel-5.pth"));
    CHECK(geometryOf(*wide, "cnn.0") == square(5, 1, 2));
}

/// As tests/reference/make_torchscript.py writes them down.
TEST_CASE("so do those of TorchScript, scripted and traced")
{
    for (const char *file : {"torchscript/residual-scripted.pt", "torchscript/residual-traced.pt"}) {
        INFO(file);
        const auto network = openNetwork(testFile(file));
        CHECK(geometryOf(*network, "conv1") == square(7, 4, 3));
        CHECK(geometryOf(*network, "pool") == square(3, 2, 1));
        CHECK(geometryOf(*network, "layer1.0.conv1") == square(3, 2, 1));
        CHECK(geometryOf(*network, "layer1.1.conv1") == square(3, 1, 1));
        CHECK(geometryOf(*network, "layer1.0.downsample.0") == square(1, 2, 0));
        const NetworkInfo &info = network->info();
        for (const char *other : {"bn1", "relu", "fc", "layer1.0"})
            CHECK_FALSE(info.layers[std::size_t(findLayer(info, other))].geometry.has_value());
    }
    const auto functional = openNetwork(testFile("torchscript/functional-traced.pt"));
    CHECK(geometryOf(*functional, "kernel") == square(5, 4, 0));
}
