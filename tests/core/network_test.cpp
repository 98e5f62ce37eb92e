#include "tests/core/toynetwork.h" // first: see there

#include "core/data/photo.h"
#include "core/engine/outputs.h"
#include "core/engine/tensors.h"
#include "core/network/network.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"

#include <c10/core/GradMode.h>
#include <nlohmann/json.hpp>
#include <torch/csrc/autograd/autograd.h>

#include <cmath>

using namespace convscope;

namespace {

at::Tensor photoTensor(const Network &network, const std::string &name)
{
    const Photo photo = loadPhoto({testFile("food/" + name), std::nullopt}, network.info().input);
    return inputTensor(network, photo.input);
}

// What tests/reference/network.py calls sampled().
std::vector<double> sampled(const at::Tensor &tensor)
{
    const at::Tensor flat = tensor.detach().to(at::kDouble).reshape({-1});
    const at::Tensor some = flat.slice(0, 0, flat.numel(), flat.numel() <= 256 ? 1 : 31).contiguous();
    return {some.data_ptr<double>(), some.data_ptr<double>() + some.numel()};
}

double largestDifference(const std::vector<double> &a, const std::vector<double> &b)
{
    REQUIRE(a.size() == b.size());
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        largest = std::max(largest, std::isfinite(a[i]) ? std::abs(a[i] - b[i]) : INFINITY);
    return largest;
}

/// What float64 leaves of rounding, and float32's own noise, of the largest value.
double toleranceOf(Precision precision) { return precision == Precision::Float64 ? 1e-9 : 1e-4; }

const std::string photo = "validation/3_1.jpg"; // the one that tests/reference/network.py looks into

} // namespace

TEST_CASE("logits equal PyTorch's in float64")
{
    const auto network = narrowNetwork();
    const auto expected = nlohmann::json::parse(referenceText("network.json"))["logits"];
    REQUIRE(expected.size() == 16);
    for (const auto &[name, logits] : expected.items()) {
        INFO(name);
        const at::Tensor answer = network->logits(photoTensor(*network, name));
        CHECK(answer.sizes() == at::IntArrayRef{1, 11});
        CHECK(largestDifference(sampled(answer), logits.get<std::vector<double>>()) < 1e-9);
    }
}

TEST_CASE("one pass gives any layers, the same as alone, and the logits")
{
    for (const Precision precision : {Precision::Float64, Precision::Float32}) {
        const auto network = narrowNetwork(precision);
        const at::Tensor one = photoTensor(*network, photo);
        std::vector<int> all;
        for (const Layer &layer : network->info().layers)
            all.push_back(layer.index);
        const double tolerance = precision == Precision::Float64 ? 1e-10 : 1e-4;
        const Outputs whole = network->run(one, all);
        REQUIRE(whole.layers.size() == all.size());
        CHECK((whole.logits - network->logits(one)).abs().max().item<double>() < tolerance);
        for (const int layer : all) {
            INFO(layer);
            const at::Tensor &output = whole.layers[std::size_t(layer)];
            CHECK(output.scalar_type() == one.scalar_type());
            const Outputs alone = network->run(one, {layer}, Until::LastLayer);
            CHECK_FALSE(alone.logits.defined());
            CHECK((output - alone.layers.front()).abs().max().item<double>()
                <= tolerance * output.abs().max().item<double>());
        }
    }
}

TEST_CASE("the gradient of the logits by a layer leads on to that by the picture")
{
    // The layers lie in one chain, so ∂z/∂x = ∂z/∂a · ∂a/∂x for the output a of each.
    const auto network = narrowNetwork();
    const at::Tensor input = photoTensor(*network, photo).set_requires_grad(true);
    const at::Tensor expected = inputGradient(network->logits(input)[0][3], input);
    for (const Layer &layer : network->info().layers) {
        INFO(layer.name);
        const Outputs outputs = network->run(input, {layer.index});
        const at::Tensor &output = outputs.layers.front();
        const at::Tensor byLayer = torch::autograd::grad({outputs.logits[0][3]}, {output}, {}, true).front();
        CHECK(byLayer.sizes() == output.sizes());
        const at::Tensor byPicture = torch::autograd::grad({output}, {input}, {byLayer}).front();
        CHECK((byPicture - expected).abs().max().item<double>() < 1e-9 * expected.abs().max().item<double>());
    }
}

TEST_CASE("float32 answers as float64 within its rounding")
{
    const auto narrow = narrowNetwork(Precision::Float32);
    const at::Tensor answer = narrow->logits(photoTensor(*narrow, photo));
    CHECK(answer.scalar_type() == at::kFloat);
    const auto expected =
        nlohmann::json::parse(referenceText("network.json"))["logits"][photo].get<std::vector<double>>();
    CHECK(largestDifference(sampled(answer), expected) < 1e-4);
}

TEST_CASE("a batch answers as its photos do alone")
{
    const auto network = narrowNetwork();
    const at::Tensor one = photoTensor(*network, photo);
    const at::Tensor other = photoTensor(*network, "training/10_0.jpg");
    const at::Tensor both = network->logits(at::cat({one, other}));
    CHECK((both[0] - network->logits(one)[0]).abs().max().item<double>() < 1e-12);
    CHECK((both[1] - network->logits(other)[0]).abs().max().item<double>() < 1e-12);
    const at::Tensor maps = network->activation(at::cat({one, other}), 16, 2);
    CHECK(maps.sizes() == at::IntArrayRef{2, 32, 32});
    CHECK((maps[1] - network->activation(other, 16, 2)[0]).abs().max().item<double>() < 1e-12);
}

TEST_CASE("every module of cnn answers as a PyTorch hook on it sees it")
{
    const Precision precision = GENERATE(Precision::Float64, Precision::Float32);
    const double tolerance = toleranceOf(precision);
    const auto network = narrowNetwork(precision);
    const at::Tensor input = photoTensor(*network, photo);
    const auto expected = nlohmann::json::parse(referenceText("network.json"))["layers"];
    REQUIRE(expected.size() == 26);
    for (int index = 0; index < 26; ++index) {
        const auto &module = expected[std::size_t(index)];
        const Layer &layer = network->info().layers[std::size_t(index)];
        INFO("cnn." << index << ' ' << layer.kind);
        CHECK(layer.kind == module["kind"].get<std::string>());
        CHECK(layer.channels == module["channels"]);
        CHECK(layer.height == module["height"]);
        CHECK(layer.width == module["width"]);
        const at::Tensor map = network->activation(input, index, module["filter"]);
        CHECK(map.sizes() == at::IntArrayRef{1, *layer.height, *layer.width});
        const double largest = module["largest"];
        CHECK(largestDifference(sampled(map), module["sampled"].get<std::vector<double>>())
            < tolerance * largest);
        CHECK(map.abs().max().item<double>() == Approx(largest).epsilon(tolerance));
        // In float32 a sum that cancels has only the noise of what it is made of.
        const double noise = precision == Precision::Float64 ? 0 : tolerance * largest * double(map.numel());
        CHECK(map.sum().item<double>() == Approx(module["sum"].get<double>()).epsilon(1e-9).margin(noise));
    }
}

TEST_CASE("gradients of the input equal autograd's")
{
    const Precision precision = GENERATE(Precision::Float64, Precision::Float32);
    const double tolerance = toleranceOf(precision);
    const auto network = narrowNetwork(precision);
    const at::Tensor input = photoTensor(*network, photo).set_requires_grad(true);
    const auto expected = nlohmann::json::parse(referenceText("network.json"))["gradients"];
    const auto check = [&](const std::string &name, const at::Tensor &objective) {
        INFO(name);
        const at::Tensor gradient = inputGradient(objective, input);
        CHECK(gradient.sizes() == input.sizes());
        const double largest = expected[name]["largest"];
        CHECK(largestDifference(sampled(gradient), expected[name]["sampled"].get<std::vector<double>>())
            < tolerance * largest);
        CHECK(gradient.abs().max().item<double>() == Approx(largest).epsilon(tolerance));
    };
    check("logit 3", network->logits(input)[0][3]);
    check("layer 14 filter 2", network->activation(input, 14, 2).sum());
    check("layer 16 filter 2", network->activation(input, 16, 2).sum());
    CHECK_FALSE(input.grad().defined());
}

TEST_CASE("no gradient reaches the input where the objective does not depend on it")
{
    const auto network = narrowNetwork();
    const at::Tensor input = photoTensor(*network, photo).set_requires_grad(true);
    CHECK_FALSE(inputGradient(at::ones({}, at::kDouble), input).defined());
    CHECK_FALSE(inputGradient(at::ones({}, at::kDouble).set_requires_grad(true), input).defined());
}

TEST_CASE("autograd's graph is kept only where the batch asks for it")
{
    const auto network = narrowNetwork();
    const at::Tensor input = photoTensor(*network, photo);
    CHECK_FALSE(network->logits(input).requires_grad());
    CHECK_FALSE(network->activation(input, 3, 0).requires_grad());
    input.set_requires_grad(true);
    const c10::NoGradGuard outside; // the network decides by the batch
    CHECK(network->logits(input).requires_grad());
    CHECK(network->activation(input, 3, 0).requires_grad());
}

TEST_CASE("asking for an activation changes neither the input nor later answers")
{
    const auto network = narrowNetwork();
    const at::Tensor input = photoTensor(*network, photo);
    const at::Tensor copy = input.clone();
    const at::Tensor before = network->logits(input);
    for (const Layer &layer : network->info().layers) {
        if (layer.hasMaps())
            network->activation(input, layer.index, 0);
    }
    CHECK(at::equal(input, copy));
    CHECK(at::equal(network->logits(input), before));
}

TEST_CASE("the network describes itself")
{
    const NetworkInfo info = narrowNetwork()->info();
    CHECK(info.file == testFile("narrow.pth"));
    CHECK(info.kind == "Classifier");
    CHECK(info.convolutions == 7);
    CHECK(info.classCount == 11);
    CHECK(info.input == food11Input());
    CHECK(info.device == testDevice());
    CHECK(info.precision == Precision::Float64);
    // Convolutions 3·8·9+8, 3 × (8·8·9+8), 8·12·9+12, 12·16·9+16, 16·16·9+16; twice the 76 channels for batch
    // norm; linear layers 256·32+32 and 32·11+11.
    CHECK(info.parameterCount == 224 + 3 * 584 + 876 + 1744 + 2320 + 152 + 8224 + 363);
    REQUIRE(info.layers.size() == 30);
    CHECK(info.layers[26].name == "fc.0");
    CHECK(info.layers[26].kind == "Linear");
    CHECK(info.layers[26].channels == 32);
    CHECK_FALSE(info.layers[26].hasMaps());
    CHECK(info.layers[28].kind == "Dropout");
    CHECK(info.layers[29].index == 29);
    CHECK(info.layers[29].channels == 11);
}

TEST_CASE("a layer is found by index and by name")
{
    const NetworkInfo info = narrowNetwork()->info();
    CHECK(findLayer(info, "15") == 15);
    CHECK(findLayer(info, "cnn.15") == 15);
    CHECK(findLayer(info, "fc.3") == 29);
    for (const char *wrong : {"30", "-1", "cnn.26", "", "1x", " 1", "cnn", "99999999999999999999", "1.0"}) {
        INFO(wrong);
        const auto error = errorOf([&] { findLayer(info, wrong); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::NoSuchLayer);
        CHECK(error->values() == std::vector<std::string>{wrong, "30"});
    }
}

TEST_CASE("layers and filters out of range are refused")
{
    const NetworkInfo info = narrowNetwork()->info();
    checkFilter(info, 0, 7);
    checkFilter(info, 25, 15);
    const auto kindAndValues = [&](int layer, int filter) {
        const auto error = errorOf([&] { checkFilter(info, layer, filter); });
        REQUIRE(error);
        return std::pair(error->kind(), error->values());
    };
    using Values = std::vector<std::string>;
    CHECK((kindAndValues(30, 0) == std::pair(ErrorKind::NoSuchLayer, Values{"30", "30"})));
    CHECK((kindAndValues(-1, 0) == std::pair(ErrorKind::NoSuchLayer, Values{"-1", "30"})));
    CHECK((kindAndValues(26, 0) == std::pair(ErrorKind::LayerWithoutMaps, Values{"fc.0"})));
    CHECK((kindAndValues(0, 8) == std::pair(ErrorKind::FilterOutOfRange, Values{"8", "cnn.0", "8"})));
    CHECK((kindAndValues(0, -1) == std::pair(ErrorKind::FilterOutOfRange, Values{"-1", "cnn.0", "8"})));
}

TEST_CASE("pictures become tensors as ToTensor makes them")
{
    const auto network = narrowNetwork();
    Image image{2, 1, {0, 51, 255, 1, 2, 3}};
    const at::Tensor tensor = inputTensor(*network, image);
    CHECK(tensor.sizes() == at::IntArrayRef{1, 3, 1, 2});
    CHECK(tensor.scalar_type() == at::kDouble);
    CHECK(tensor[0][0][0][1].item<double>() == double(1 / 255.0f)); // rounded to float32 before it is widened
    CHECK(tensor[0][1][0][0].item<double>() == double(51 / 255.0f));
    CHECK(tensor[0][2][0][1].item<double>() == double(3 / 255.0f));

    const Map map = toMap(tensor);
    CHECK(map.channels == 3);
    CHECK(map.height == 1);
    CHECK(map.width == 2);
    CHECK(map.at(2, 0, 0) == 1.0);
    CHECK(at::equal(inputTensor(*network, map), tensor));
}

TEST_CASE("what LibTorch throws leaves as an error of ours, without its backtrace")
{
    const auto network = narrowNetwork();
    const auto wrongSize = errorOf([&] {
        network->logits(
            at::zeros({1, 3, 64, 64}, at::TensorOptions(at::kDouble).device(at::Device(testDevice()))));
    });
    REQUIRE(wrongSize);
    CHECK(wrongSize->kind() == ErrorKind::Internal);
    if (testDevice() == "cpu") // each device has its own words
        CHECK(wrongSize->values().at(0).find("shapes cannot be multiplied") != std::string::npos);
    CHECK(wrongSize->values().at(0).find("frame #") == std::string::npos);

    const auto tooLarge =
        errorOf([] { translated([] { return at::empty({std::int64_t(1) << 58}, at::kByte); }); });
    REQUIRE(tooLarge);
    CHECK(tooLarge->kind() == ErrorKind::OutOfMemory);
    const auto badAlloc = errorOf([] { translated([]() -> int { throw std::bad_alloc(); }); });
    CHECK(badAlloc->kind() == ErrorKind::OutOfMemory);
    const auto ours =
        errorOf([] { translated([]() -> int { throw Error(ErrorKind::NotFinite, "f", {"x"}); }); });
    CHECK(ours->kind() == ErrorKind::NotFinite);
    CHECK(ours->file() == "f");
}
