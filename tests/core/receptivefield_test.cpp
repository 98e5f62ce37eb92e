#include "core/index/receptivefield.h"

#include "tests/support/catch.h"
#include "tests/support/networks.h"

using namespace convscope;

namespace {

/// An axis of both directions.
ReceptiveField both(int size, int jump, int start) { return {{size, jump, start}, {size, jump, start}}; }

/// A chain of layers with maps.
NetworkInfo chainOf(const std::vector<std::pair<std::string, LayerGeometry>> &modules)
{
    NetworkInfo info;
    for (const auto &[kind, geometry] : modules) {
        Layer layer;
        layer.index = int(info.layers.size());
        layer.kind = kind;
        layer.channels = 1;
        layer.height = 8;
        layer.width = 8;
        if (!geometry.kernel.empty())
            layer.geometry = geometry;
        info.layers.push_back(layer);
    }
    return info;
}

} // namespace

TEST_CASE("the receptive field of a chain follows from kernels, strides, paddings and dilations")
{
    const LayerGeometry convolution{{3, 3}, {1, 1}, {1, 1}, {1, 1}};
    const LayerGeometry pool{{2, 2}, {2, 2}, {0, 0}, {1, 1}};
    const LayerGeometry dilated{{3, 1}, {2, 1}, {2, 0}, {2, 1}};
    // By hand: s −= p·j, r += (k − 1)·d·j, j *= t.
    const NetworkInfo info = chainOf({{"Conv2d", convolution}, {"ReLU", {}}, {"MaxPool2d", pool},
        {"Conv2d", convolution}, {"Conv2d", dilated}, {"Unfold", {}}});
    CHECK(fieldInChain(info, 0) == both(3, 1, -1));
    CHECK(fieldInChain(info, 1) == both(3, 1, -1));
    CHECK(fieldInChain(info, 2) == both(4, 2, -1));
    CHECK(fieldInChain(info, 3) == both(8, 2, -3));
    CHECK(fieldInChain(info, 4) == ReceptiveField{{16, 4, -7}, {8, 2, -3}});
    CHECK_FALSE(fieldInChain(info, 5));

    CHECK(fieldBox(both(8, 2, -3), 0, 5, {32, 32}) == FieldBox{0, 7, 5, 8});
    CHECK(fieldBox(both(8, 2, -3), 15, 0, {32, 32}) == FieldBox{27, 0, 5, 5});
    CHECK(fieldBox(both(1, 40, 0), 3, 3, {32, 32}) == FieldBox{31, 31, 1, 1}); // never nothing
}

TEST_CASE("gradients of single values show the same field as the geometry")
{
    // The same layers as the narrow network, once as a checkpoint, once as TorchScript.
    const auto network = narrowNetwork();
    const std::pair<int, ReceptiveField> known[] = {{0, both(3, 1, -1)}, {4, both(5, 1, -2)},
        {6, both(6, 2, -2)}, {14, both(24, 4, -10)}, {20, both(44, 8, -18)}};
    for (const auto &[layer, field] : known) {
        INFO("layer " << layer);
        CHECK(receptiveField(*network, layer) == field);
        CHECK(fieldInChain(network->info(), layer) == field);
    }
    // A residual network is no chain: conv 7/4/3, pool 3/2/1, then a block of two convolutions, 3/2/1 and
    // 3/1/1.
    const auto residual = openNetwork(testFile("torchscript/residual-traced.pt"));
    const auto fieldOf = [&](const char *layer) {
        return receptiveField(*residual, findLayer(residual->info(), layer));
    };
    CHECK(fieldOf("conv1") == both(7, 4, -3));
    CHECK(fieldOf("layer1.0.conv1") == both(31, 16, -15));
    CHECK(errorOf([&] { receptiveField(*network, 27); }).value().kind() == ErrorKind::LayerWithoutMaps);
}
