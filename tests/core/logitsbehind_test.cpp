#include "tests/core/toynetwork.h"

#include "core/engine/tensors.h"
#include "core/network/network.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

#include <torch/csrc/autograd/autograd.h>

using namespace convscope;
using namespace convscope::test;

namespace {

/// Byte i of H×W×3 is 7i mod 251.
at::Tensor picture(const Network &network)
{
    const InputSize size = network.info().input.size;
    Image image{size.width, size.height, {}};
    for (int i = 0; i < size.width * size.height * 3; ++i)
        image.pixels.push_back(std::uint8_t(7 * i % 251));
    return inputTensor(network, image);
}

std::vector<int> layersWithMaps(const Network &network)
{
    std::vector<int> layers;
    for (const Layer &layer : network.info().layers) {
        if (layer.hasMaps())
            layers.push_back(layer.index);
    }
    return layers;
}

/// Part of the largest value.
double difference(const at::Tensor &a, const at::Tensor &b)
{
    return (a - b).abs().max().item<double>() / b.abs().max().item<double>();
}

/// What follows from each layer's own output must be what the network says, by value and by gradient, for one
/// row and for several.
void checkLayersOf(const Network &network)
{
    const at::Tensor one = picture(network);
    const at::Tensor logits = network.logits(one);
    const at::Tensor input = one.clone().requires_grad_(true);
    for (const int layer : layersWithMaps(network)) {
        INFO(network.info().layers[std::size_t(layer)].name);
        const at::Tensor given = network.activations(one, layer);
        const at::Tensor maps = given.clone().requires_grad_(true);
        const at::Tensor found = network.logitsBehind(layer, maps, one);
        CHECK(difference(found, logits) < 1e-12);
        CHECK(at::equal(maps.detach(), given)); // whatever is done in place behind the layer

        const Outputs whole = network.run(input, {layer});
        const at::Tensor expected = inputGradient(whole.logits[0][1], whole.layers.front());
        const auto isNear = [&](const at::Tensor &gradient) {
            return gradient.defined()
                && (gradient - expected).abs().max().item<double>()
                <= 1e-12 * expected.abs().max().item<double>();
        };
        CHECK(isNear(inputGradient(found[0][1], maps)));
        const Outputs fromLayer = network.runFromLayers(one, {layer});
        CHECK(at::equal(fromLayer.layers.front().detach(), given));
        CHECK((fromLayer.layers.front().is_leaf() || network.info().layers[std::size_t(layer)].isReused));
        CHECK(isNear(inputGradient(fromLayer.logits[0][1], fromLayer.layers.front())));

        const at::Tensor rows = at::cat({given * 0, given, given * 2});
        const at::Tensor several = network.logitsBehind(layer, rows, one);
        CHECK_FALSE(several.requires_grad());
        CHECK(difference(several[1], logits[0]) < 1e-12);
        CHECK(difference(several[2], network.logitsBehind(layer, given * 2, one)[0]) < 1e-12);
    }
}

std::vector<std::string> layersThatBegin(const Network &network)
{
    std::vector<std::string> names;
    for (const int layer : layersWithMaps(network)) {
        if (network.canBeginBehind(layer))
            names.push_back(network.info().layers[std::size_t(layer)].name);
    }
    return names;
}

} // namespace

TEST_CASE("what follows from the output of a layer is what the checkpoint's network says")
{
    const auto network = narrowNetwork();
    checkLayersOf(*network);
    CHECK(layersThatBegin(*network).size() == layersWithMaps(*network).size());
}

TEST_CASE("what follows from the output of a layer is what a TorchScript network says")
{
    for (const char *file :
        {"narrow-scripted.pt", "residual-scripted.pt", "residual-traced.pt", "in-place-traced.pt",
            "batch-of-four-traced.pt", "one-row-traced.pt", "loop-scripted.pt", "nested-scripted.pt",
            "functional-scripted.pt", "functional-traced.pt", "auxiliary-scripted.pt", "gray-traced.pt"}) {
        INFO(file);
        const auto network =
            openNetwork(testFile(std::string("torchscript/") + file), {testDevice(), Precision::Float64});
        REQUIRE_FALSE(layersWithMaps(*network).empty());
        checkLayersOf(*network);
    }
}

TEST_CASE("the rest of a TorchScript network runs alone where it needs one layer's output only")
{
    const auto beginning = [](const char *file) {
        return layersThatBegin(
            *openNetwork(testFile(std::string("torchscript/") + file), {testDevice(), Precision::Float64}));
    };
    for (const char *file : {"narrow-scripted.pt", "narrow-traced.pt"})
        CHECK(beginning(file).size() == 27); // 26 layers, and the block that holds them
    // Nothing inside of the residual blocks.
    const std::vector<std::string> outside = {
        "conv1", "bn1", "relu", "pool", "avgpool", "layer1.0", "layer1.1", "layer1"};
    CHECK(beginning("residual-scripted.pt") == outside);
    CHECK(beginning("residual-traced.pt") == outside);
}
