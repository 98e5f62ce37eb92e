#include "core/engine/network/architecture.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"

using namespace convscope;

namespace {

using Shape = std::vector<std::int64_t>;

struct Tensors
{
    StateDict dict;

    void add(const std::string &name, Shape shape) { dict[name].shape = std::move(shape); }

    void convolution(int number, std::int64_t inputs, std::int64_t outputs, std::int64_t kernel = 3)
    {
        add("cnn." + std::to_string(number) + ".weight", {outputs, inputs, kernel, kernel});
        add("cnn." + std::to_string(number) + ".bias", {outputs});
    }

    void batchNorm(int number, std::int64_t channels)
    {
        for (const char *tensor : {"weight", "bias", "running_mean", "running_var"})
            add("cnn." + std::to_string(number) + "." + tensor, {channels});
    }

    void linear(int number, std::int64_t inputs, std::int64_t outputs)
    {
        add("fc." + std::to_string(number) + ".weight", {outputs, inputs});
        add("fc." + std::to_string(number) + ".bias", {outputs});
    }
};

// The notebook's stack_blocks(3, 128, 3), (128, 128, 3), (128, 256, 3), (256, 512, 1), (512, 512, 1).
Tensors notebook()
{
    Tensors tensors;
    int number = 0;
    const auto stack = [&](int inputs, int outputs, int blocks) {
        for (int block = 0; block < blocks; ++block, number += 3) {
            tensors.convolution(number, block == 0 ? inputs : outputs, outputs);
            tensors.batchNorm(number + 1, outputs);
        }
        ++number;
    };
    stack(3, 128, 3);
    stack(128, 128, 3);
    stack(128, 256, 3);
    stack(256, 512, 1);
    stack(512, 512, 1);
    tensors.linear(0, 512 * 4 * 4, 1024);
    tensors.linear(3, 1024, 11);
    return tensors;
}

std::string kinds(const Tensors &tensors)
{
    std::string text;
    for (const PlannedLayer &layer : planLayers(tensors.dict, {}))
        text += std::string(name(layer.kind, {}, layer.height > 0)).substr(0, 1);
    return text;
}

Error refusal(const Tensors &tensors)
{
    const auto error = errorOf([&] { planLayers(tensors.dict, {}); });
    REQUIRE(error);
    return *error;
}

} // namespace

TEST_CASE("the notebook's classifier has the notebook's modules")
{
    const std::vector<PlannedLayer> layers = planLayers(notebook().dict, {});
    REQUIRE(layers.size() == 42);
    CHECK(kinds(notebook())
        == "CBRCBRCBRM"
           "CBRCBRCBRM"
           "CBRCBRCBRM"
           "CBRM"
           "CBRM"
           "LRDL");
    CHECK(layers[15].name == "cnn.15");
    CHECK(layers[15].kind == PlannedLayer::Kind::Activation);
    CHECK(layers[15].channels == 128);
    CHECK(layers[15].height == 64);
    CHECK(layers[37].name == "cnn.37");
    CHECK(layers[37].height == 4);
    CHECK(layers[38].name == "fc.0");
    CHECK(layers[38].height == 0);
    CHECK(layers[41].name == "fc.3");
    CHECK(layers[41].channels == 11);
}

TEST_CASE("gaps in the numbers tell ReLU, pool and dropout")
{
    Tensors tensors;
    tensors.convolution(0, 3, 4);
    tensors.convolution(2, 4, 4); // gap of 2: ReLU
    tensors.convolution(5, 4, 4); // of 3: ReLU, pool
    tensors.linear(0, 4 * 64 * 64, 6); // 64: no pool after the last convolution
    tensors.linear(2, 6, 5);
    tensors.linear(5, 5, 3);
    CHECK(kinds(tensors) == "CRCRMCRLRLRDL");
}

TEST_CASE("the last pool follows from the first linear layer")
{
    Tensors tensors;
    tensors.convolution(0, 3, 2);
    tensors.linear(0, 2 * 64 * 64, 3);
    CHECK(kinds(tensors) == "CRML");
    tensors.linear(0, 2 * 128 * 128, 3);
    CHECK(kinds(tensors) == "CRL");
    tensors.linear(0, 2 * 32 * 32, 3);
    CHECK(refusal(tensors).kind() == ErrorKind::NetworkShapesDoNotFit);
    CHECK(refusal(tensors).values() == std::vector<std::string>{"fc.0.weight", "[3, 8192]", "[3, 2048]"});
}

TEST_CASE("odd kernels keep the size")
{
    Tensors tensors;
    tensors.convolution(0, 3, 2, 7);
    tensors.linear(0, 2 * 64 * 64, 3);
    CHECK(planLayers(tensors.dict, {})[0].padding == 3);
    tensors.convolution(0, 3, 2, 4);
    CHECK(refusal(tensors).kind() == ErrorKind::NetworkUnknownArchitecture);
    CHECK(refusal(tensors).values()[0] == "cnn.0");
}

TEST_CASE("what is not the notebook's kind is refused by name")
{
    Tensors tensors;
    tensors.convolution(0, 3, 4);
    tensors.linear(0, 4 * 64 * 64, 3);
    const auto refusedTensor = [&](auto change) {
        Tensors changed = tensors;
        change(changed);
        const Error error = refusal(changed);
        CHECK(error.kind() == ErrorKind::NetworkUnknownArchitecture);
        return error.values().at(0);
    };
    CHECK(refusedTensor([](Tensors &t) { t.add("head.0.weight", {3, 3}); }) == "head.0.weight");
    CHECK(refusedTensor([](Tensors &t) { t.add("cnn.first.weight", {3, 3}); }) == "cnn.first.weight");
    CHECK(refusedTensor([](Tensors &t) {
        t.add("cnn.99999999999.weight", {3, 3});
    }) == "cnn.99999999999.weight");
    CHECK(refusedTensor([](Tensors &t) { t.add("cnn.0.gamma", {3}); }) == "cnn.0.gamma");
    CHECK(refusedTensor([](Tensors &t) { t.convolution(1, 4, 4); }) == "cnn.1"); // where a ReLU should be
    CHECK(refusedTensor([](Tensors &t) { t.convolution(4, 4, 4); }) == "cnn.4"); // gap of 4
    CHECK(refusedTensor([](Tensors &t) { t.batchNorm(2, 4); }) == "cnn.2"); // batch norm after the ReLU
    CHECK(refusedTensor([](Tensors &t) { t.linear(1, 3, 3); }) == "fc.1");
    CHECK(refusedTensor([](Tensors &t) { t.linear(4, 3, 3); }) == "fc.4");
    CHECK(refusedTensor([](Tensors &t) { t.convolution(0, 3, 100'000); }) == "cnn.0"); // 6.5 GB a map
}

TEST_CASE("more pools than the input can be halved are refused")
{
    Tensors tensors;
    for (int number = 0; number < 9; ++number)
        tensors.convolution(3 * number, number == 0 ? 3 : 2, 2);
    tensors.linear(0, 2, 3);
    CHECK(refusal(tensors).kind() == ErrorKind::NetworkUnknownArchitecture);
    CHECK(refusal(tensors).values()[0] == "cnn.23");
}
