#include "core/engine/network/graph/onnxfile.h"
#include "core/engine/network/graph/onnxnames.h"
#include "core/engine/network/graph/onnxoperators.h"
#include "core/engine/network/graph/onnxtidy.h"

#include "tests/core/graphevaluation.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"
#include "tests/support/temporaryfolder.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <fstream>
#include <set>

using namespace convscope;
using namespace convscope::test;

// The files are made by tests/reference/make_onnx.py. With the network, each holds what goes in ("given x")
// and what comes out ("expected y") as tensors that no operator uses; the latter computed by onnxruntime, or
// by ONNX's own reference implementation.

namespace {

namespace fs = std::filesystem;

constexpr const char *givenPrefix = "given ";
constexpr const char *expectedPrefix = "expected ";

at::Tensor stored(const OnnxModel &model, const std::string &name)
{
    OnnxFolder nowhere({});
    return tensorOf(model.graph.tensors.at(name), nowhere).clone();
}

std::vector<fs::path> filesIn(const std::string &folder)
{
    std::vector<fs::path> files;
    for (const auto &entry : fs::directory_iterator(testFile(folder))) {
        if (entry.path().extension() == ".onnx")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// A file of operators, which takes any number of inputs.
struct Operators
{
    explicit Operators(const fs::path &file, const GraphTarget &target = {})
        : model(readOnnxModel(file))
    {
        OnnxBuilder builder(model, OnnxFolder(file.parent_path()), target);
        builder.build();
        const std::map<std::string, int> inputs = builder.inputs;
        // Numbers of values are made anew: find the inputs by their names
        joinBiases(builder);
        removeUnused(builder);
        graph = graphOf(std::move(builder));
        for (std::size_t i = 0; i < graph.values.size(); ++i) {
            const std::string &name = graph.values[i].name;
            if (!inputs.contains(name) || !graph.values[i].constant.isNone())
                continue;
            const at::Tensor value = stored(model, givenPrefix + name);
            given[int(i)] = value.is_floating_point() ? value.to(target.type) : value;
        }
    }

    OnnxModel model;
    Graph graph;
    std::map<int, at::Tensor> given;
};

/// As a share of the largest number.
double differenceOf(const at::Tensor &a, const at::Tensor &b)
{
    if (a.sizes() != b.sizes())
        return 1e300;
    if (a.numel() == 0)
        return 0;
    const at::Tensor first = a.to(at::kDouble);
    const at::Tensor second = b.to(at::kDouble);
    const at::Tensor same = first.eq(second).logical_or(first.isnan().logical_and(second.isnan()));
    const at::Tensor distance = at::where(same, at::zeros_like(first), (first - second).abs());
    return distance.max().item<double>()
        / std::max(1.0, second.nan_to_num(0, 0, 0).abs().max().item<double>());
}

using Texts = std::vector<std::string>;

/// "name kind" of each.
Texts modulesOf(const Graph &graph)
{
    Texts texts;
    for (const GraphModule &module : graph.modules)
        texts.push_back(module.name + " " + module.kind);
    return texts;
}

const Operator &operatorOf(const Graph &graph, const std::string &name)
{
    for (const Operator &made : graph.operators) {
        if (made.name == name)
            return made;
    }
    throw std::runtime_error("no operator " + name);
}

/// The names of the modules that an operator runs in.
Texts placeOf(const Graph &graph, const std::string &name)
{
    Texts texts;
    for (const ModuleCall &call : operatorOf(graph, name).modules)
        texts.push_back(graph.modules.at(std::size_t(call.module)).name);
    return texts;
}

std::string bytesOf(const fs::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Puts `texts` into a file, each in place of `old` where it is found next.
void replaceInFile(const fs::path &file, const std::string &old, const std::vector<std::string> &texts)
{
    std::string bytes = bytesOf(file);
    std::size_t at = 0;
    for (const std::string &text : texts) {
        at = bytes.find(old, at);
        REQUIRE(at != std::string::npos);
        bytes.replace(at, old.size(), text);
        at += text.size();
    }
    std::ofstream(file, std::ios::binary) << bytes;
}

/// The difference between the gradient by an operator's first input and a finite difference, along one
/// direction.
double gradientError(const Operators &operators, const Operator &made)
{
    const auto run = [&](const at::Tensor &input) {
        std::vector<c10::IValue> stack;
        for (const OperatorArgument &argument : made.arguments) {
            if (argument.value < 0)
                stack.push_back(argument.constant);
            else if (operators.given.contains(argument.value))
                stack.emplace_back(operators.given.at(argument.value));
            else
                stack.push_back(operators.graph.values.at(std::size_t(argument.value)).constant);
        }
        stack.front() = input;
        made.kernel(stack);
        const at::Tensor output = stack.front().toTensor().to(at::kDouble);
        return (output * at::arange(1, output.numel() + 1, at::kDouble).cos().view(output.sizes())).sum();
    };
    const at::Tensor input = operators.given.at(made.arguments.front().value);
    const at::Tensor direction = at::arange(input.numel(), at::kDouble).sin().view(input.sizes());
    const at::Tensor leaf = input.clone().requires_grad_(true);
    const at::Tensor output = run(leaf);
    const double slope = output.requires_grad()
        ? (torch::autograd::grad({output}, {leaf})[0] * direction).sum().item<double>()
        : 0; // of steps
    const double step = 1e-6;
    const double measured =
        (run(input + direction * step) - run(input - direction * step)).item<double>() / (2 * step);
    return std::abs(slope - measured) / std::max(1.0, std::abs(measured));
}

} // namespace

TEST_CASE("Operators of ONNX compute what onnxruntime computes")
{
    std::set<std::string> seen;
    for (const fs::path &file : filesIn("onnx/operators")) {
        const Operators operators(file, {at::kCPU, at::kDouble});
        const auto values = evaluated(operators.graph, operators.given);
        for (const auto &[name, value] : operators.graph.outputs) {
            INFO(file.filename() << ": " << name);
            const at::Tensor expected = stored(operators.model, expectedPrefix + name);
            const at::Tensor computed = values.at(std::size_t(value)).toTensor();
            CHECK(computed.is_floating_point() == expected.is_floating_point());
            CHECK(differenceOf(computed, expected) < 1e-5);
        }
        for (const OnnxNode &node : operators.model.graph.nodes)
            seen.insert(node.domain + "." + node.kind);
    }
    for (const fs::path &file : filesIn("onnx/networks")) {
        for (const OnnxNode &node : readOnnxModel(file).graph.nodes)
            seen.insert(node.domain + "." + node.kind);
    }
    for (const OnnxOperator &known : onnxOperators()) {
        INFO(known.kind);
        CHECK(seen.contains(std::string(known.domain) + "." + known.kind));
    }
}

TEST_CASE("Operators of ONNX have the gradients that finite differences have")
{
    // In float64 one step of 1e-6 is exact to about 1e-8. Inputs are rounded to 0.001: no step goes over a
    // kink.
    for (const char *name :
        {"activations-17", "activations-20", "softmax-11", "softmax-13", "convolutions-17", "pools-17",
            "norms-17", "norms-18", "products-13", "reductions-18", "resizing-11", "attention-23"}) {
        const Operators operators(
            testFile("onnx/operators/" + std::string(name) + ".onnx"), {at::kCPU, at::kDouble});
        for (const Operator &made : operators.graph.operators) {
            if (made.arguments.empty() || made.outputs.front() < 0
                || !operators.given.contains(made.arguments[0].value))
                continue;
            INFO(name << ": " << made.name);
            CHECK(gradientError(operators, made) < 1e-5);
        }
    }
}

TEST_CASE("Small ONNX networks answer as onnxruntime does")
{
    for (const fs::path &file : filesIn("onnx/networks")) {
        INFO(file.filename());
        const OnnxModel model = readOnnxModel(file);
        const Graph graph = readOnnx(file, {});
        const at::Tensor expected = stored(model, expectedPrefix + graph.outputs.front().first);
        CHECK(differenceOf(answered(graph, stored(model, "given x")), expected) < 1e-5);
    }
}

TEST_CASE("An ONNX network of PyTorch's older exporter tells its modules by names")
{
    const Graph graph = readOnnx(testFile("onnx/networks/older-pytorch.onnx"), {});
    CHECK(modulesOf(graph)
        == Texts{"conv1 Conv2d", "bn1 BatchNorm2d", "relu ReLU", "layer1 Module", "layer1.0 Module",
            "layer1.0.conv1 Conv2d", "layer1.0.down Module", "layer1.0.down.0 Conv2d", "layer1.0.relu ReLU",
            "pool MaxPool2d", "avgpool AdaptiveAvgPool2d", "fc Linear"});
    CHECK(placeOf(graph, "/layer1/layer1.0/down/down.0/Conv")
        == Texts{"layer1", "layer1.0", "layer1.0.down", "layer1.0.down.0"});
    CHECK(placeOf(graph, "/layer1/layer1.0/Add") == Texts{"layer1", "layer1.0"});
    CHECK(placeOf(graph, "/Reshape").empty());
    CHECK(graph.told.size.value() == InputSize{16, 12});
    CHECK(graph.told.channels == 3);
    CHECK(!graph.told.batch);
    CHECK(!graph.told.channelsLast);
    CHECK(graph.classNames == std::vector<Texts>{{"bread", "d'airy", "egg", "meat", "rice"}});
}

TEST_CASE("Layers of an ONNX network are known by what they do")
{
    const Graph graph = readOnnx(testFile("onnx/networks/older-pytorch.onnx"), {});
    const Operator &convolution = operatorOf(graph, "/conv1/Conv");
    CHECK(convolution.role == Role::Convolution);
    REQUIRE(convolution.arguments.size() == 3);
    CHECK(convolution.arguments[2].constant.isNone());
    CHECK(convolution.geometry.value() == LayerGeometry{{3, 3}, {2, 2}, {1, 1}, {1, 1}, 1});
    const Operator &norm = operatorOf(graph, "/bn1/BatchNormalization");
    CHECK(norm.role == Role::BatchNorm);
    CHECK(norm.weights.epsilon == Approx(1e-5));
    CHECK(graph.values.at(std::size_t(norm.arguments[1].value)).isParameter);
    CHECK(!graph.values.at(std::size_t(norm.arguments[3].value)).isParameter);
    CHECK(operatorOf(graph, "/relu/Relu").role == Role::ReLU);
    CHECK(operatorOf(graph, "/fc/Gemm").role == Role::Linear);
    CHECK(convolution.argumentNames == Texts{"X", "W", "B"});
    CHECK(convolution.attributes.front() == std::pair<std::string, std::string>("dilations", "[1, 1]"));
}

TEST_CASE("An ONNX network of PyTorch's newer exporter tells its modules beside the operators")
{
    const Graph graph = readOnnx(testFile("onnx/networks/newer-pytorch.onnx"), {});
    CHECK(graph.kind == "Small");
    CHECK(modulesOf(graph)
        == Texts{"stem Conv2d", "block Block", "block.act ReLU", "block.conv Conv2d", "head Linear"});
    CHECK(placeOf(graph, "node_Conv_9") == Texts{"block", "block.conv"});
    // The block's ReLU runs twice
    CHECK(operatorOf(graph, "node_relu").modules.back().call == 0);
    CHECK(operatorOf(graph, "node_relu_1").modules.back().call == 1);
    CHECK(graph.told.batch == 1);
}

TEST_CASE("An ONNX network of Keras takes its channels last")
{
    const Graph graph = readOnnx(testFile("onnx/networks/keras.onnx"), {});
    CHECK(modulesOf(graph) == Texts{"conv1 Module", "pool Module", "dense Module"});
    CHECK(graph.told.channelsLast);
    CHECK(graph.told.channels == 3);
    CHECK(graph.told.size.value() == InputSize{10, 9});
    CHECK(!graph.told.batch);
    // The product and the sum behind it are one layer
    const Operator &dense = operatorOf(graph, "StatefulPartitionedCall/small/dense/MatMul");
    CHECK(dense.kind == "MatMul+Add");
    CHECK(dense.role == Role::Linear);
    CHECK(graph.classNames.size() == 1);
}

TEST_CASE("Names of classes are read from a model's own texts")
{
    const std::vector<Texts> ab = {{"a", "b"}};
    CHECK(classNamesIn({{"names", "{0: 'a', 1: 'b'}"}}) == ab);
    CHECK(classNamesIn({{"names", R"({"1": "b", "0": "a"})"}}) == ab);
    CHECK(classNamesIn({{"class_to_idx", R"({"b": 1, "a": 0})"}}) == ab);
    CHECK(classNamesIn({{"labels", "['a', 'b']"}}) == ab);
    CHECK(classNamesIn({{"labels", "('a', 'b')"}}) == ab);
    CHECK(classNamesIn({{"classes", "a, b"}}) == ab);
    CHECK(classNamesIn({{"classes", "a\nb\n"}}) == ab);
    CHECK(classNamesIn({{"names", R"(["it's", "\"b\""])"}}) == std::vector<Texts>{{"it's", "\"b\""}});
    for (const char *text : {"", "[", "{0: 'a', 2: 'b'}", "['a', 1]", "{'a': [1]}", "['a", "{0: 'a' 1: 'b'}"})
        CHECK(classNamesIn({{"names", text}}).empty());
    CHECK(classNamesIn({{"author", "a, b"}}).empty());
}

TEST_CASE("ONNX networks that cannot be opened are refused with the reason")
{
    using Kind = ErrorKind;
    const std::map<std::string, std::pair<Kind, Texts>> expected = {
        {"quantised", {Kind::NetworkQuantised, {"QuantizeLinear", "first"}}},
        {"random", {Kind::NetworkRandom, {"RandomNormalLike noise"}}},
        {"dropout", {Kind::NetworkRandom, {"Dropout drop"}}},
        {"loop", {Kind::OperatorUnknown, {"Loop", "around", "ONNX 17"}}},
        {"foreign", {Kind::OperatorUnknown, {"Conv", "first", "com.example"}}},
        {"argument", {Kind::OperatorArgument, {"Resize", "grow", "antialias", "1"}}},
        {"unread", {Kind::OperatorArgument, {"Relu", "first", "sharpness", "2"}}},
        {"two-inputs", {Kind::NotAClassifier, {}}},
        {"tokens", {Kind::NotAClassifier, {}}},
        {"nothing-in", {Kind::NotAClassifier, {}}},
        {"not-finite", {Kind::NotFinite, {"w"}}},
        {"absent", {Kind::NoSuchFile, {}}},
    };
    for (const fs::path &file : filesIn("onnx/odd")) {
        const std::string name = file.stem();
        if (name == "training" || name.starts_with("grows-"))
            continue;
        INFO(name);
        const auto error = errorOf([&] { readOnnx(file, {}); });
        REQUIRE(error);
        const auto known = expected.find(name);
        CHECK(error->kind() == (known == expected.end() ? Kind::NetworkDamaged : known->second.first));
        if (known != expected.end())
            CHECK(error->values() == known->second.second);
    }
}

TEST_CASE("An ONNX network that grows without bounds is refused when it runs")
{
    for (const char *kind : {"constantofshape", "expand", "tile"}) {
        INFO(kind);
        const Graph graph = readOnnx(testFile("onnx/odd/grows-" + std::string(kind) + ".onnx"), {});
        const auto error = errorOf([&] { answered(graph, at::zeros({1, 3, 4, 4})); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::NetworkDamaged);
    }
}

TEST_CASE("A batch norm that trains is put into eval mode")
{
    const Graph graph = readOnnx(testFile("onnx/odd/training.onnx"), {});
    CHECK(graph.wasTraining);
    const at::Tensor picture = at::rand({2, 3, 4, 4});
    // In training, each channel's mean would be its shift.
    CHECK(differenceOf(answered(graph, picture).narrow(0, 0, 1), answered(graph, picture.narrow(0, 0, 1)))
        < 1e-6);
}

TEST_CASE("A file that is cut anywhere is refused")
{
    const std::string whole = bytesOf(testFile("onnx/networks/newer-pytorch.onnx"));
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "cut.onnx";
    for (std::size_t length = 0; length + 1 < whole.size(); length += 61) {
        std::ofstream(file, std::ios::binary) << whole.substr(0, length);
        INFO(length);
        CHECK(errorOf([&] { answered(readOnnx(file, {}), at::zeros({1, 3, 8, 8})); }));
    }
}

TEST_CASE("Millions of parts are refused before they take memory")
{
    // A node without anything takes two bytes in a graph: 1,000,000 KiB in memory for 10 MB of file.
    const std::string node("\x0a\x00", 2);
    std::string graph;
    for (int i = 0; i < 6'000'000; ++i)
        graph += node;
    std::string length;
    for (std::size_t left = graph.size(); left > 0 || length.empty(); left >>= 7)
        length += char((left & 0x7f) | (left >= 0x80 ? 0x80 : 0));
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "many.onnx", std::ios::binary) << '\x3a' << length << graph;
    const auto error = errorOf([&] { readOnnx(folder.path() / "many.onnx", {}); });
    REQUIRE(error);
    CHECK(error->values() == Texts{"more parts than any network has"});
}

TEST_CASE("Weights are read from a file beside the network, and from nowhere else")
{
    const TemporaryFolder folder;
    fs::create_directory(folder.path() / "net");
    const fs::path file = folder.path() / "net" / "outside.onnx";
    fs::copy_file(testFile("onnx/outside/outside.onnx"), file);
    const fs::path weights = folder.path() / "net" / "weights.bin";
    CHECK(errorOf([&] { readOnnx(file, {}); })->kind() == ErrorKind::NoSuchFile);
    fs::copy_file(testFile("onnx/outside/weights.bin"), weights);
    const OnnxModel model = readOnnxModel(file);
    const auto answer = [&] { return answered(readOnnx(file, {}), stored(model, "given x")); };
    CHECK(differenceOf(answer(), stored(model, "expected y")) < 1e-5);
    CHECK(readOnnx(file, {}).dataFiles == std::vector{fs::canonical(weights)});
    SECTION("A link to a file elsewhere is not followed")
    {
        fs::rename(weights, folder.path() / "elsewhere.bin");
        fs::create_symlink(folder.path() / "elsewhere.bin", weights);
        CHECK(errorOf(answer)->kind() == ErrorKind::NetworkDamaged);
    }
    SECTION("A link inside of the folder is")
    {
        fs::rename(weights, folder.path() / "net" / "other.bin");
        fs::create_symlink("other.bin", weights);
        CHECK(differenceOf(answer(), stored(model, "expected y")) < 1e-5);
    }
    SECTION("A file that is too short is refused")
    {
        fs::resize_file(weights, fs::file_size(weights) - 4);
        CHECK(errorOf(answer)->kind() == ErrorKind::NetworkDamaged);
    }
    SECTION("A file of two spellings is one file, of which no more is read than it holds")
    {
        fs::rename(weights, folder.path() / "net" / "wei.bin");
        replaceInFile(file, "weights.bin", {"././wei.bin", ".///wei.bin"});
        CHECK(differenceOf(answer(), stored(model, "expected y")) < 1e-5);
        fs::resize_file(folder.path() / "net" / "wei.bin", 48);
        replaceInFile(file, "offset\022\00248", {"offset\022\00232"});
        CHECK(errorOf(answer)->values() == Texts{"tensors overlap"});
    }
    SECTION("A folder is no file")
    {
        fs::remove(weights);
        fs::create_directory(weights);
        CHECK(errorOf(answer)->kind() == ErrorKind::CannotRead);
    }
}

TEST_CASE("The documentation lists all operators of ONNX")
{
    std::ifstream stream(fs::path(CONVSCOPE_TEST_DATA) / "../../docs/networks.md");
    const std::string docs((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    const std::size_t begin = docs.find("## Operators of ONNX");
    REQUIRE(begin != std::string::npos);
    const std::string section = docs.substr(begin, docs.find("\n## ", begin + 1) - begin);
    for (const OnnxOperator &known : onnxOperators()) {
        CAPTURE(known.kind);
        CHECK(section.find('`' + std::string(known.kind) + '`') != std::string::npos);
    }
}
