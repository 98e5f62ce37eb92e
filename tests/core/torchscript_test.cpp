#include "core/internal/tensors.h"
#include "core/network/network.h"
#include "core/network/prediction.h"
#include "tests/core/toynetwork.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

// tests/reference/make_torchscript.py makes the files, says what each is, and computes what is expected.

using namespace convscope;

namespace {

std::unique_ptr<Network> openScript(const std::string &file, Precision precision = Precision::Float64)
{
    return openNetwork(testFile("torchscript/" + file), {"cpu", precision});
}

const nlohmann::json &expectations()
{
    static const auto all = nlohmann::json::parse(referenceText("torchscript.json"));
    return all;
}

/// Byte i of H×W×3 is 7i mod 251.
at::Tensor picture(const Network &network)
{
    Image image{128, 128, {}};
    for (int i = 0; i < 128 * 128 * 3; ++i)
        image.pixels.push_back(std::uint8_t(7 * i % 251));
    return inputTensor(network, image);
}

std::vector<double> sampled(const at::Tensor &tensor)
{
    const at::Tensor flat = tensor.detach().to(at::kDouble).reshape({-1}).contiguous();
    std::vector<double> values;
    for (std::int64_t i = 0; i < flat.numel(); i += (flat.numel() / 50) | 1)
        values.push_back(flat.data_ptr<double>()[i]);
    return values;
}

/// Infinite where there are not as many.
double largestDifference(const at::Tensor &tensor, const nlohmann::json &expected)
{
    const std::vector<double> found = sampled(tensor);
    const auto wanted = expected.get<std::vector<double>>();
    if (found.size() != wanted.size())
        return INFINITY;
    double largest = 0;
    for (std::size_t i = 0; i < found.size(); ++i)
        largest = std::max(largest, std::abs(found[i] - wanted[i]));
    return largest;
}

/// A module is there under its name, with its size, and shows what the hook sees.
void checkModule(const Network &network, const at::Tensor &input, const nlohmann::json &expected)
{
    const std::string name = expected["name"];
    INFO(name);
    const auto &layers = network.info().layers;
    const auto layer =
        std::find_if(layers.begin(), layers.end(), [&](const Layer &each) { return each.name == name; });
    REQUIRE(layer != layers.end());
    CHECK(layer->kind == expected["kind"].get<std::string>());
    CHECK(layer->shape == expected["shape"].get<std::vector<std::int64_t>>());
    CHECK(layer->parameterCount == expected["parameters"]);
    CHECK(findLayer(network.info(), name) == layer->index);
    if (!layer->hasMaps())
        return;
    const at::Tensor map = network.activation(input, layer->index, expected["filter"]);
    CHECK(map.sizes() == at::IntArrayRef{1, *layer->height, *layer->width});
    const double largest = expected["largest"];
    CHECK(largestDifference(map, expected["sampled"]) <= 1e-9 * largest);
}

std::vector<std::string> namesOf(const NetworkInfo &info)
{
    std::vector<std::string> names;
    for (const Layer &layer : info.layers) {
        if (!layer.isBlock)
            names.push_back(layer.name);
    }
    return names;
}

void checkLogitsAndGradient(const Network &network, const nlohmann::json &expected)
{
    const at::Tensor input = picture(network).set_requires_grad(true);
    const at::Tensor logits = network.logits(input);
    CHECK(largestDifference(logits, expected["logits"]) < 1e-9);
    const at::Tensor gradient = inputGradient(logits[0][2], input);
    const double largest = expected["gradient"]["largest"];
    CHECK(largestDifference(gradient, expected["gradient"]["sampled"]) <= 1e-9 * largest);
    CHECK(gradient.abs().max().item<double>() == Approx(largest).epsilon(1e-9));
}

} // namespace

TEST_CASE("TorchScript networks show what PyTorch's hooks see, in float64")
{
    // What is in these has lost its modules, answers in probabilities, or stands in tests of its own below.
    const std::set<std::string> without = {"frozen.pt", "softmax-traced.pt", "softmax-scripted.pt",
        "functional-traced.pt", "functional-scripted.pt"};
    REQUIRE(expectations().size() == 16);
    for (const auto &[file, expected] : expectations().items()) {
        if (without.contains(file))
            continue;
        INFO(file);
        const auto network = openScript(file);
        const at::Tensor input = picture(*network);
        std::vector<std::string> names;
        for (const auto &layer : expected["layers"]) {
            names.push_back(layer["name"]);
            checkModule(*network, input, layer);
        }
        CHECK(namesOf(network->info()) == names);
        for (const auto &block : expected["blocks"])
            checkModule(*network, input, block);
        CHECK(network->info().parameterCount == expected["parameters"]);
        CHECK(network->info().classCount == 5);
        checkLogitsAndGradient(*network, expected);
    }
}

TEST_CASE("gradients through a filter of a branch equal finite differences")
{
    const auto network = openScript("auxiliary-scripted.pt");
    const int layer = findLayer(network->info(), "layer1.0.downsample.0");
    const at::Tensor input = picture(*network).set_requires_grad(true);
    const auto objective = [&](const at::Tensor &x) { return network->activation(x, layer, 2).sum(); };
    const at::Tensor gradient = inputGradient(objective(input), input);
    const at::Tensor direction = at::arange(input.numel(), at::kDouble).mul(0.37).sin().view(input.sizes());
    constexpr double step = 1e-6;
    const c10::NoGradGuard noGrad;
    const double measured =
        (objective(input + step * direction) - objective(input - step * direction)).item<double>()
        / (2 * step);
    CHECK((gradient * direction).sum().item<double>() == Approx(measured).epsilon(1e-6));
    CHECK(std::abs(measured) > 0.01);
}

TEST_CASE("the notebook's network as TorchScript counts its layers as the checkpoint does")
{
    const auto checkpoint = narrowNetwork();
    const at::Tensor input = picture(*checkpoint);
    for (const char *file : {"narrow-traced.pt", "narrow-scripted.pt"}) {
        INFO(file);
        const auto script = openScript(file);
        std::size_t leaves = 0;
        for (const Layer &layer : script->info().layers) {
            if (layer.isBlock)
                continue;
            const Layer &expected = checkpoint->info().layers.at(leaves++);
            INFO(layer.name);
            CHECK(layer.index == expected.index);
            CHECK(layer.name == expected.name);
            CHECK(layer.kind == expected.kind);
            CHECK(layer.shape == expected.shape);
            CHECK(layer.parameterCount == expected.parameterCount);
            if (!layer.hasMaps())
                continue;
            const at::Tensor map = checkpoint->activation(input, layer.index, 1);
            const at::Tensor difference = script->activation(input, layer.index, 1) - map;
            CHECK(difference.abs().max().item<double>() <= 1e-9 * map.abs().max().item<double>());
        }
        CHECK(leaves == checkpoint->info().layers.size());
        CHECK((script->logits(input) - checkpoint->logits(input)).abs().max().item<double>() < 1e-9);
        CHECK(script->info().parameterCount == checkpoint->info().parameterCount);
        CHECK(script->info().notes.empty());
    }
}

TEST_CASE("blocks are counted after the leaves")
{
    const NetworkInfo info = openScript("residual-traced.pt")->info();
    const int block = findLayer(info, "layer1.0");
    CHECK(info.layers[std::size_t(block)].isBlock);
    CHECK(info.layers[std::size_t(block)].kind == "Block");
    CHECK(findLayer(info, std::to_string(block)) == block);
    const auto isBlock = [](const Layer &layer) { return layer.isBlock; };
    CHECK(std::is_partitioned(info.layers.rbegin(), info.layers.rend(), isBlock));
}

TEST_CASE("float32 answers as float64 within its rounding, whatever the file holds")
{
    for (const char *file : {"residual-scripted.pt", "half-scripted.pt", "double-traced.pt"}) {
        INFO(file);
        const auto network = openScript(file, Precision::Float32);
        const at::Tensor logits = network->logits(picture(*network));
        CHECK(logits.scalar_type() == at::kFloat);
        CHECK(largestDifference(logits, expectations()[file]["logits"]) < 1e-4);
    }
}

TEST_CASE("convolutions that are no modules are found and shown")
{
    for (const char *file : {"functional-traced.pt", "functional-scripted.pt"}) {
        INFO(file);
        const auto network = openScript(file);
        const std::vector<std::string> names = namesOf(network->info());
        REQUIRE(names == std::vector<std::string>{"kernel", "inner.deep"});
        CHECK(network->info().layers[0].shape == std::vector<std::int64_t>{4, 31, 31}); // (128 − 5)/4 + 1
        CHECK(network->info().layers[1].shape == std::vector<std::int64_t>{5, 29, 29});
        CHECK(network->info().layers[0].parameterCount == 4 * 3 * 5 * 5);
        const at::Tensor input = picture(*network);
        // The answer is the mean over the last map.
        CHECK(network->activation(input, 1, 2).mean().item<double>()
            == Approx(network->logits(input)[0][2].item<double>()).epsilon(1e-12));
        checkLogitsAndGradient(*network, expectations()[file]);
    }
}

TEST_CASE("of a frozen network the convolutions are left")
{
    const auto network = openScript("frozen.pt");
    const std::vector<std::string> names = namesOf(network->info());
    CHECK(names.size() == 7); // one in front, two and one in the first block, three in the second
    CHECK(names.front() == "convolution_0");
    checkLogitsAndGradient(*network, expectations()["frozen.pt"]);
}

TEST_CASE("probabilities are taken for what they are")
{
    for (const char *file : {"softmax-traced.pt", "softmax-scripted.pt"}) {
        INFO(file);
        const auto network = openScript(file);
        CHECK(network->info().notes == Notes{Note::SoftmaxInside});
        const at::Tensor probabilities = at::softmax(network->logits(picture(*network)), 1);
        CHECK(largestDifference(probabilities, expectations()[file]["logits"]) < 1e-12);
    }
}

TEST_CASE("what was done with a file is told")
{
    const auto notesOf = [](const char *file) { return openScript(file)->info().notes; };
    CHECK(notesOf("residual-traced.pt").empty());
    CHECK(notesOf("training-traced.pt") == Notes{Note::NetworkWasTraining});
    CHECK(notesOf("training-scripted.pt").empty());
    CHECK(notesOf("auxiliary-scripted.pt") == Notes{Note::SeveralOutputs});
    CHECK(notesOf("dictionary-scripted.pt") == Notes{Note::SeveralOutputs});
    CHECK(notesOf("cuda-scripted.pt").empty());
}

TEST_CASE("photos of a batch are answered as alone, also where the file was written for one")
{
    for (const char *file : {"residual-scripted.pt", "one-row-traced.pt"}) {
        INFO(file);
        const auto network = openScript(file);
        const at::Tensor one = picture(*network);
        const at::Tensor other = one.flip(3);
        const at::Tensor both = network->logits(at::cat({one, other}));
        CHECK(both.sizes() == at::IntArrayRef{2, 5});
        CHECK((both[0] - network->logits(one)[0]).abs().max().item<double>() < 1e-12);
        CHECK((both[1] - network->logits(other)[0]).abs().max().item<double>() < 1e-12);
        CHECK(network->activation(at::cat({one, other}), 3, 1).sizes() == at::IntArrayRef{2, 16, 16});
    }
}

TEST_CASE("TorchScript files that cannot be used are refused with the reason")
{
    const auto refusal = [](const char *file) {
        INFO(file);
        const auto error = errorOf([&] { openScript(file); });
        REQUIRE(error);
        CHECK(error->file() == testFile(std::string("torchscript/") + file));
        return *error;
    };
    using Values = std::vector<std::string>;
    CHECK(refusal("segmentation.pt").kind() == ErrorKind::NotAClassifier);
    CHECK(refusal("segmentation.pt").values() == Values{"it gives a tensor of shape [1, 6, 8, 8]"});
    CHECK(refusal("one-output.pt").values() == Values{"it gives a tensor of shape [1, 1]"});
    CHECK(refusal("two-pictures.pt").values() == Values{"it takes more than a picture: other"});
    CHECK(refusal("noise.pt").kind() == ErrorKind::NetworkRandom);
    const Error unknown = refusal("unknown-operator.pt");
    CHECK(unknown.kind() == ErrorKind::NetworkNotLoadable);
    CHECK(unknown.values().at(1).find("aten::meen") != std::string::npos);
    CHECK(unknown.values().at(1).find('\n') == std::string::npos);
}
