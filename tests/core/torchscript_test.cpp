#include "core/engine/outputs.h"
#include "core/engine/tensors.h"
#include "core/network/network.h"
#include "core/network/prediction.h"
#include "tests/core/toynetwork.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <nlohmann/json.hpp>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <cmath>
#include <set>

// tests/reference/make_torchscript.py makes the files, says what each is, and computes what is expected.

using namespace convscope;

namespace {

namespace fs = std::filesystem;

std::unique_ptr<Network> openScript(const std::string &file, Precision precision = Precision::Float64)
{
    return openNetwork(testFile("torchscript/" + file), {testDevice(), precision});
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
        "functional-traced.pt", "functional-scripted.pt", "sigmoids-scripted.pt", "divides-traced.pt"};
    REQUIRE(expectations().size() == 27);
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
    CHECK(notesOf("auxiliary-scripted.pt") == Notes{{Note::SeveralOutputs, {"1", "1, 2"}}});
    CHECK(notesOf("dictionary-scripted.pt") == Notes{{Note::SeveralOutputs, {"out", "features, out"}}});
    CHECK(notesOf("batch-of-four-traced.pt") == Notes{{Note::WrittenForBatch, {"4"}}});
    for (const char *file : {"cuda-scripted.pt", "cuda-call-scripted.pt", "in-place-traced.pt",
             "standardised-scripted.pt", "stem-traced.pt", "flat-scripted.pt", "maps-scripted.pt",
             "nested-scripted.pt", "no-grad-scripted.pt", "detached-traced.pt", "averaged-scripted.pt"}) {
        INFO(file);
        CHECK(notesOf(file).empty());
    }
}

TEST_CASE("photos of a batch are answered as alone, also where the file was written for one")
{
    for (const char *file : {"residual-scripted.pt", "one-row-traced.pt", "batch-of-four-traced.pt",
             "flat-scripted.pt", "maps-scripted.pt", "nested-scripted.pt", "in-place-traced.pt"}) {
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

TEST_CASE("a picture that a network is given stays as it is")
{
    for (const char *file : {"in-place-traced.pt", "standardised-scripted.pt"}) {
        INFO(file);
        const auto network = openScript(file);
        const at::Tensor input = picture(*network).set_requires_grad(true);
        const at::Tensor before = input.detach().clone();
        const at::Tensor first = network->logits(input);
        network->activation(input, 0, 0);
        network->activations(input, 0);
        CHECK(at::equal(network->logits(input), first));
        CHECK(at::equal(input.detach(), before));
    }
}

TEST_CASE("probabilities that stand for themselves are taken for what they are")
{
    const auto network = openScript("sigmoids-scripted.pt");
    CHECK(network->info().task == Task::MultiLabel);
    CHECK(network->info().classCount == 5);
    CHECK(network->info().notes == Notes{Note::SigmoidsInside});
    const at::Tensor logits = network->logits(picture(*network));
    CHECK(largestDifference(at::sigmoid(logits), expectations()["sigmoids-scripted.pt"]["logits"]) < 1e-12);
    // The same network without its end gives the logits themselves.
    CHECK(largestDifference(logits, expectations()["residual-scripted.pt"]["logits"]) < 1e-9);
}

TEST_CASE("one number is the logit of the second of two classes")
{
    const double logit = expectations()["residual-scripted.pt"]["logits"][0]; // of which it is the first
    for (const auto &[file, note] :
        {std::pair("one-output.pt", Note::OneOutput), {"one-sigmoid.pt", Note::OneProbability}}) {
        INFO(file);
        const auto network = openScript(file);
        CHECK(network->info().classCount == 2);
        CHECK(network->info().task == Task::MultiClass);
        CHECK(network->info().notes == Notes{note});
        const at::Tensor logits = network->logits(picture(*network));
        CHECK(logits.sizes() == at::IntArrayRef{1, 2});
        CHECK(logits[0][0].item<double>() == 0);
        CHECK(logits[0][1].item<double>() == Approx(logit).epsilon(1e-9));
        CHECK(at::softmax(logits, 1)[0][1].item<double>() == Approx(1 / (1 + std::exp(-logit))));
    }
}

TEST_CASE("one pass of a TorchScript network gives any layers, the same as alone, and the logits")
{
    for (const char *file : {"residual-scripted.pt", "in-place-traced.pt", "batch-of-four-traced.pt"}) {
        INFO(file);
        const auto network = openScript(file);
        const at::Tensor one = picture(*network);
        std::vector<int> all;
        for (const Layer &layer : network->info().layers) {
            if (layer.channels)
                all.push_back(layer.index);
        }
        const Outputs whole = network->run(one, all);
        CHECK(at::equal(whole.logits, network->logits(one)));
        for (std::size_t i = 0; i < all.size(); ++i) {
            INFO(all[i]);
            const Outputs alone = network->run(one, {all[i]}, Until::LastLayer);
            CHECK_FALSE(alone.logits.defined());
            CHECK(at::equal(whole.layers[i], alone.layers.front()));
        }
    }
}

TEST_CASE("the logits have a gradient by what a pass gives of a layer, whatever is done in place behind it")
{
    // All ways from the picture to the logits lead through the first convolution's output a: ∂z/∂x = ∂z/∂a ·
    // ∂a/∂x.
    for (const char *file :
        {"residual-scripted.pt", "batch-of-four-traced.pt"}) { // ReLUs in place come soon after
        INFO(file);
        const auto network = openScript(file);
        const at::Tensor input = picture(*network).set_requires_grad(true);
        const at::Tensor expected = inputGradient(network->logits(input)[0][2], input);
        const Outputs outputs = network->run(input, {findLayer(network->info(), "conv1")});
        const at::Tensor &output = outputs.layers.front();
        CHECK(output.size(0) == 1);
        const at::Tensor byLayer = torch::autograd::grad({outputs.logits[0][2]}, {output}, {}, true).front();
        const at::Tensor byPicture = torch::autograd::grad({output}, {input}, {byLayer}).front();
        CHECK((byPicture - expected).abs().max().item<double>() < 1e-9 * expected.abs().max().item<double>());
    }
}

TEST_CASE("a network that scales pictures of 0 to 255 is given such")
{
    // Each is the same network behind (x / 255 − mean) / deviation, computed in another way.
    for (const char *file : {"divides-traced.pt", "multiplies-scripted.pt", "subtracts-scripted.pt"}) {
        INFO(file);
        const auto network = openScript(file);
        CHECK(network->info().notes == Notes{Note::TakesBytes});
        const at::Tensor logits = network->logits(picture(*network));
        CHECK(largestDifference(logits, expectations()["divides-traced.pt"]["logits"]) < 1e-9);
        const auto told = openNetwork(testFile(std::string("torchscript/") + file), {.input = food11Input()});
        CHECK(told->info().notes.empty());
        CHECK(told->info().input == food11Input());
    }
    CHECK(openScript("in-place-traced.pt")->info().notes.empty()); // takes away 0.5
}

TEST_CASE("a network that answers with infinity is no random one")
{
    const auto network = openScript("infinite-scripted.pt");
    CHECK(network->info().notes.empty());
    const at::Tensor logits = network->logits(picture(*network));
    CHECK(at::isinf(logits).sum().item<int>() == 4);
    CHECK(logits.max().item<double>() == 0);
}

TEST_CASE("a file cannot call the operator that watches its modules")
{
    const auto error = errorOf([] { openScript("own-operator.pt"); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::NetworkNotLoadable);
    CHECK(error->values().back() == "convscope::tap");
}

TEST_CASE("which of several outputs is the answer can be told, and is else the likeliest")
{
    const fs::path file =
        testFile("torchscript/features-first-scripted.pt"); // six features, then five logits
    const auto logits = [](const Network &network) { return network.logits(picture(network)); };
    const nlohmann::json expected = expectations()["residual-scripted.pt"]["logits"];
    const auto open = [&](NetworkOptions options) {
        options.precision = Precision::Float64;
        return openNetwork(file, options);
    };
    const auto likeliest = open({});
    CHECK(likeliest->info().classCount == 6);
    CHECK((likeliest->info().outputs == std::vector<NetworkOutput>{{"0", 6}, {"1", 5}}));
    CHECK(likeliest->info().output == "0");
    CHECK(likeliest->info().notes == Notes{{Note::SeveralOutputs, {"0", "0, 1"}}});

    const auto told = open({.output = "1"});
    CHECK(largestDifference(logits(*told), expected) < 1e-9);
    CHECK(told->info().notes.empty());
    CHECK(told->info().input.output == "1");
    CHECK(told->info().inputOrigin == InputOrigin::Told);
    InputDescription input;
    input.output = "1";
    CHECK(open({.input = input})->info().classCount == 5);

    const auto named =
        open({.classNames = {"a", "b", "c", "d", "e"}}); // as many as the second one has numbers
    CHECK(largestDifference(logits(*named), expected) < 1e-9);
    CHECK(named->info().input.classNames.size() == 5);

    const auto keyed = openScript("keyed-scripted.pt");
    CHECK(keyed->info().output == "logits");
    const auto embedding = openNetwork(testFile("torchscript/keyed-scripted.pt"), {.output = "embedding"});
    CHECK(embedding->info().classCount == 6);

    const auto missing = errorOf([&] { open({.output = "2"}); });
    REQUIRE(missing);
    CHECK(missing->kind() == ErrorKind::NoSuchOutput);
    CHECK(missing->values() == std::vector<std::string>{"2", "0, 1"});
}

TEST_CASE("an input that is told wrongly is refused with one that the network runs on")
{
    const auto error = errorOf([] {
        openNetwork(testFile("torchscript/oblong-traced.pt"), {.input = {{{32, 32}}}});
    });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::NetworkDoesNotRun);
    CHECK(error->values().size() == 3); // none of the usual sizes is its own
    const auto digits = errorOf([] {
        openNetwork(testFile("torchscript/digits-traced.pt"), {.input = {{{64, 64}, 0}}});
    });
    REQUIRE(digits);
    REQUIRE(digits->values().size() == 6);
    CHECK(digits->values()[3] == "28");
    CHECK(digits->values()[4] == "28");
    CHECK(digits->values()[5] == "gray");
    InputDescription bytes;
    bytes.size = {64, 64};
    CHECK(errorOf([&] { openNetwork(testFile("torchscript/bytes.pt"), {.input = bytes}); })->kind()
        == ErrorKind::NetworkNeverRuns);
}

TEST_CASE("width and height that may be swapped are noted")
{
    const auto notesOf = [](const char *file, InputSize size) {
        return openNetwork(testFile(std::string("torchscript/") + file), {.input = {{size}}})->info().notes;
    };
    CHECK(notesOf("oblong-traced.pt", {48, 24}) == Notes{{Note::SidesMayBeSwapped, {"48", "24"}}});
    CHECK(notesOf("oblong-traced.pt", {24, 48}) == Notes{{Note::SidesMayBeSwapped, {"24", "48"}}});
    CHECK(notesOf("residual-traced.pt", {96, 64}).empty()); // takes any size
}

TEST_CASE("saliency says where the network cuts the gradient off")
{
    for (const char *file : {"no-grad-scripted.pt", "detached-traced.pt"}) {
        INFO(file);
        const auto network = openScript(file);
        const at::Tensor input = picture(*network).set_requires_grad(true);
        CHECK_FALSE(inputGradient(network->logits(input)[0][1], input).defined());
        CHECK(largestDifference(network->logits(input), expectations()["residual-scripted.pt"]["logits"])
            < 1e-9);
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
    CHECK(refusal("segmentation.pt").kind() == ErrorKind::NotAClassifier);
    CHECK(refusal("segmentation.pt").phrase() == Phrase{Phrase::GivesShape, {"[1, 6, 8, 8]"}});
    CHECK(refusal("whole-numbers.pt").phrase() == Phrase{Phrase::GivesNoFloats, {"[1]", "Long"}});
    CHECK(refusal("channels-last.pt").phrase() == Phrase{Phrase::TakesChannelsLast});
    CHECK(refusal("bytes.pt").kind() == ErrorKind::NetworkNeverRuns); // whatever input is told: see below
    CHECK(refusal("bytes.pt").values().at(0).find("it takes bytes") != std::string::npos);
    CHECK(refusal("two-pictures.pt").phrase() == Phrase{Phrase::TakesMore, {"other"}});
    CHECK(refusal("noise.pt").kind() == ErrorKind::NetworkRandom);
    const Error quantised = refusal("quantised-traced.pt");
    CHECK(quantised.kind() == ErrorKind::NetworkQuantised);
    CHECK(quantised.values().at(0) == "aten::quantize_per_tensor");
    const Error unknown = refusal("unknown-operator.pt");
    CHECK(unknown.kind() == ErrorKind::NetworkNotLoadable);
    CHECK(unknown.values().at(1).find("aten::meen") != std::string::npos);
    CHECK(unknown.values().at(1).find('\n') == std::string::npos);
}
