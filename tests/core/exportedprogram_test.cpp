#include "core/engine/network/graph/exportedmodules.h"
#include "core/engine/network/graph/exportedprogram.h"
#include "core/engine/network/graph/exportedsignature.h"
#include "core/engine/outputs.h"
#include "core/engine/tensors.h"
#include "core/runtime.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

// tests/reference/make_exported.py makes the files, says what each is, and computes what is expected.

using namespace convscope;

namespace {

constexpr int side = 16; // of the pictures

NetworkOptions options()
{
    NetworkOptions told;
    told.device = testDevice();
    told.precision = Precision::Float64;
    told.input = food11Input();
    told.input->size = {side, side};
    return told;
}

std::unique_ptr<Network> openExported(const std::string &file)
{
    return openNetwork(testFile("exported/" + file), options());
}

Graph graphOf(const std::string &file)
{
    return readExportedProgram(Archive(testFile("exported/" + file)), {at::kCPU, at::kDouble});
}

nlohmann::json expectations(const std::string &version)
{
    return nlohmann::json::parse(referenceText("exported-" + version + ".json"));
}

/// Byte i of H×W×3 is 7i mod 251.
at::Tensor picture(const Network &network)
{
    Image image{side, side, {}};
    for (int i = 0; i < side * side * 3; ++i)
        image.pixels.push_back(std::uint8_t(7 * i % 251));
    return inputTensor(network, image);
}

/// Infinite where there are not as many.
double largestDifference(const at::Tensor &tensor, const nlohmann::json &expected)
{
    const at::Tensor flat = tensor.detach().to(at::kDouble).reshape({-1}).contiguous();
    const auto wanted = expected["sampled"].get<std::vector<double>>();
    const std::int64_t step = (flat.numel() / 50) | 1;
    if ((flat.numel() + step - 1) / step != std::int64_t(wanted.size()))
        return INFINITY;
    double largest = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        largest = std::max(largest, std::abs(flat[std::int64_t(i) * step].item<double>() - wanted[i]));
    return largest;
}

void checkModule(
    const Network &network, const at::Tensor &input, const Layer &layer, const nlohmann::json &expected)
{
    INFO(layer.name);
    CHECK(layer.kind == expected["kind"].get<std::string>());
    CHECK(layer.shape == expected["shape"].get<std::vector<std::int64_t>>());
    if (!layer.channels)
        return;
    const double largest = expected["largest"];
    CHECK(largestDifference(network.activations(input, layer.index), expected) <= 1e-9 * largest);
}

/// Modules that no operator runs in are not in the file: in eval mode, dropout does nothing.
void checkModules(const Network &network, const nlohmann::json &expected, bool areAllThere)
{
    const at::Tensor input = picture(network);
    std::set<std::string> found;
    for (const Layer &layer : network.info().layers) {
        if (layer.isOperator || !expected.contains(layer.name))
            continue;
        found.insert(layer.name);
        checkModule(network, input, layer, expected[layer.name]);
    }
    for (const auto &[name, module] : expected.items()) {
        INFO(name);
        CHECK((found.contains(name) || module["kind"] == "Dropout" || !areAllThere));
    }
}

void checkFile(const std::string &file, const nlohmann::json &expected)
{
    INFO(file);
    const auto network = openExported(file);
    CHECK(network->info().classCount == 5);
    CHECK(network->info().parameterCount == expected["parameters"]);
    // PyTorch 2.1 writes a whole layer of a transformer as one operator.
    checkModules(*network, expected["modules"], !file.starts_with("encoder"));

    const at::Tensor input = picture(*network).set_requires_grad(true);
    const at::Tensor logits = network->logits(input);
    for (std::int64_t i = 0; i < 5; ++i)
        CHECK(
            std::abs(logits[0][i].item<double>() - expected["logits"][std::size_t(i)].get<double>()) < 1e-9);
    const at::Tensor gradient = inputGradient(logits[0][2], input);
    const double largest = expected["gradient"]["largest"];
    CHECK(largestDifference(gradient, expected["gradient"]) <= 1e-9 * largest);
}

std::vector<std::string> kindsOf(const Graph &graph)
{
    std::vector<std::string> kinds;
    for (const Operator &op : graph.operators)
        kinds.push_back(op.kind);
    return kinds;
}

const Operator &operatorOf(const Graph &graph, const std::string &name)
{
    const auto found = std::find_if(
        graph.operators.begin(), graph.operators.end(), [&](const Operator &op) { return op.name == name; });
    REQUIRE(found != graph.operators.end());
    return *found;
}

const std::string &valueName(const Graph &graph, const Operator &op, int argument)
{
    return graph.values.at(std::size_t(op.arguments.at(std::size_t(argument)).value)).name;
}

struct Refused
{
    std::string file;
    ErrorKind kind;
    std::vector<std::string> values;
};

const std::vector<Refused> &refused()
{
    using enum ErrorKind;
    static const std::string here = "LibTorch " + torchVersion();
    static const std::vector<Refused> all = {
        // Networks that PyTorch exports
        {"changing-2.15", OperatorForbidden, {"aten.add_.Tensor", "add_"}},
        {"noisy-2.15", NetworkRandom, {"aten.rand_like.default"}},
        {"two-2.15", NotAClassifier, {}},
        // Graphs that do not fit together
        {"missing-value", NetworkDamaged, {"the value y is missing"}},
        {"later-value", NetworkDamaged, {"the value mean is missing"}},
        {"own-value", NetworkDamaged, {"the value conv2d is missing"}},
        {"two-values", NetworkDamaged, {"there are two values conv2d"}},
        {"many-outputs", NetworkDamaged, {"the node conv2d has too many outputs"}},
        {"no-inputs", NetworkDamaged, {"a value is no list"}},
        {"no-list", NetworkDamaged, {"a value is no list"}},
        {"number-as-tensor", OperatorArgument, {"aten.conv2d.default", "conv2d", "weight", "\"a\""}},
        {"no-output", NotAClassifier, {}},
        {"not-a-picture", NotAClassifier, {}},
        // Texts that are no programs
        {"cut", NetworkDamaged, {"models/model.json"}},
        {"deep", NetworkDamaged, {"models/model.json is larger than any network"}},
        {"no-graph", NetworkDamaged, {"a value is no object"}},
        {"empty", NetworkDamaged, {"models/model.json"}},
        // Operators that are not for networks
        {"unknown", OperatorUnknown, {"aten.frobnicate.default", "made", here}},
        {"not-of-aten", OperatorUnknown, {"torchvision.nms.default", "made", here}},
        {"not-of-torch", OperatorUnknown, {"os.system", "made", here}},
        {"quantised", NetworkQuantised, {"quantized_decomposed.quantize_per_tensor.default", "made"}},
        {"from-file", OperatorForbidden, {"aten.from_file.default", "made"}},
        {"save", OperatorUnknown, {"aten.save.default", "made", here}},
        {"set", OperatorForbidden, {"aten.set_.source_Tensor", "made"}},
        {"resize", OperatorForbidden, {"aten.resize_.default", "made"}},
        {"out", OperatorForbidden, {"aten.relu.out", "made"}},
        {"item", OperatorForbidden, {"aten.item.default", "made"}},
        {"inner", OperatorForbidden, {"aten._stack.default", "made"}},
        {"random", NetworkRandom, {"aten.bernoulli.default"}},
        {"changes-weight", OperatorForbidden, {"aten.relu_.default", "made"}},
        {"changes-view", OperatorForbidden, {"aten.relu_.default", "changed"}},
        {"higher", OperatorUnknown, {"higher_order.cond", "made", here}},
        // Arguments
        {"huge", OperatorArgument, {"aten.zeros.default", "made", "size", "[1048576, 1048576]"}},
        {"negative", OperatorArgument, {"aten.zeros.default", "made", "size", "[-5]"}},
        {"overflow", OperatorArgument,
            {"aten.expand.default", "made", "size", "[4611686018427387904, 4, 4, 4]"}},
        {"long-range", OperatorArgument, {"aten.arange.default", "made", "end", "1099511627776"}},
        {"wide-edge", OperatorArgument,
            {"aten.constant_pad_nd.default", "made", "pad",
                "[1073741824, 1073741824, 1073741824, 1073741824]"}},
        {"much-larger", OperatorArgument,
            {"aten.upsample_nearest2d.vec", "made", "scale_factors", "[1e+09, 1e+09]"}},
        {"new-argument", OperatorArgument, {"aten.relu.default", "made", "frobnicate", "true"}},
        {"complex", OperatorArgument, {"aten.to.dtype", "made", "dtype", "10"}},
        {"sparse", OperatorArgument, {"aten.zeros.default", "made", "layout", "1"}},
        // Tensors
        {"beyond", NetworkDamaged, {"conv.weight does not match its data"}},
        {"negative-size", NetworkDamaged, {"conv.weight has a size that is no size"}},
        {"far-stride", NetworkDamaged, {"conv.weight reaches beyond its data"}},
        {"far-offset", NetworkDamaged, {"conv.weight reaches beyond its data"}},
        {"sparse-weight", NetworkTensorUnusual, {"conv.weight", "sparse"}},
        {"complex-weight", NetworkTensorUnusual, {"conv.weight", "complex"}},
        {"missing-weight", NetworkDamaged, {"data/weights/weight_0 is missing"}},
        {"short-weight", NetworkDamaged, {"conv.weight does not match its data"}},
        {"infinite", NotFinite, {"fc.bias"}},
        {"big-endian", NetworkDamaged, {"byteorder"}},
        {"compressed", NetworkCompressed, {"models/model.json"}},
    };
    return all;
}

} // namespace

TEST_CASE("programs that four versions of PyTorch export show what its hooks see, in float64")
{
    const std::map<std::string, std::size_t> versions = {{"2.1", 2}, {"2.5", 4}, {"2.8", 2}, {"2.15", 8}};
    for (const auto &[version, count] : versions) {
        const nlohmann::json expected = expectations(version);
        CHECK(expected.size() == count);
        for (const auto &[file, values] : expected.items())
            checkFile(file, values);
    }
}

TEST_CASE("an operator is known by what it does")
{
    const Graph graph = graphOf("residual-2.15.pt2");
    CHECK(graph.kind == "Residual");
    CHECK(!graph.wasTraining);
    CHECK((graph.told.size == InputSize{side, side}));
    CHECK(graph.told.channels == 3);
    CHECK(graph.told.batch == 1);
    CHECK(!graph.told.channelsLast);
    CHECK(graph.outputs.size() == 1);
    CHECK(graph.outputs[0].first == "0");

    const Operator &convolution = operatorOf(graph, "conv2d");
    CHECK(convolution.kind == "aten.conv2d.default");
    CHECK(convolution.role == Role::Convolution);
    CHECK((convolution.geometry == LayerGeometry{{3, 3}, {2, 2}, {1, 1}, {1, 1}}));
    CHECK(valueName(graph, convolution, convolution.weights.weight) == "conv1.weight");
    CHECK(valueName(graph, convolution, convolution.weights.bias) == "conv1.bias");
    const Operator &without = operatorOf(graph, "conv2d_1");
    CHECK(without.arguments[std::size_t(without.weights.bias)].constant.isNone());
    const std::vector<std::pair<std::string, std::string>> attributes = {
        {"stride", "[2, 2]"}, {"padding", "[1, 1]"}};
    CHECK((convolution.attributes == attributes));
    CHECK(graph.modules[std::size_t(convolution.modules.back().module)].name == "conv1");

    const Operator &norm = operatorOf(graph, "batch_norm_1");
    CHECK(norm.role == Role::BatchNorm);
    CHECK(valueName(graph, norm, norm.weights.weight) == "layer1.0.bn1.weight");
    CHECK(valueName(graph, norm, norm.weights.mean) == "layer1.0.bn1.running_mean");
    CHECK(valueName(graph, norm, norm.weights.variance) == "layer1.0.bn1.running_var");
    CHECK(norm.weights.epsilon == 1e-5);
    std::vector<std::string> names;
    for (const ModuleCall &call : norm.modules)
        names.push_back(graph.modules[std::size_t(call.module)].name);
    CHECK(names == std::vector<std::string>{"layer1", "layer1.0", "layer1.0.bn1"});

    CHECK(operatorOf(graph, "relu_").role == Role::ReLU);
    CHECK(operatorOf(graph, "relu_").isInPlace);
    CHECK(operatorOf(graph, "relu__2").modules.back().call == 1); // runs a second time
    CHECK(operatorOf(graph, "flatten").isView);
    CHECK(operatorOf(graph, "dropout").isView);
    CHECK((operatorOf(graph, "max_pool2d").geometry == LayerGeometry{{3, 3}, {2, 2}, {1, 1}, {1, 1}}));
    const Operator &linear = operatorOf(graph, "linear");
    CHECK(linear.role == Role::Linear);
    CHECK(valueName(graph, linear, linear.weights.weight) == "fc.weight");
}

TEST_CASE("a decomposed linear layer is one again")
{
    const Graph graph = graphOf("residual-decomposed-2.15.pt2");
    const Operator &linear = operatorOf(graph, "addmm");
    CHECK(linear.kind == "aten.addmm.default");
    CHECK(linear.role == Role::Linear);
    CHECK(valueName(graph, linear, linear.weights.weight) == "fc.weight");
    CHECK(valueName(graph, linear, linear.weights.bias) == "fc.bias");
    const auto kinds = kindsOf(graph);
    CHECK(std::find(kinds.begin(), kinds.end(), "aten.permute.default") == kinds.end()); // nobody uses it now
}

TEST_CASE("PyTorch 2.1 tells the names of modules, of which those of weights follow")
{
    const Graph graph = graphOf("residual-2.1.pt2");
    std::set<std::string> names;
    for (const Operator &op : graph.operators) {
        if (op.role == Role::BatchNorm)
            names.insert(valueName(graph, op, op.weights.mean));
    }
    CHECK(names
        == std::set<std::string>{"bn1.running_mean", "layer1.0.bn1.running_mean", "layer1.0.bn2.running_mean",
            "layer1.0.downsample.1.running_mean"});
}

TEST_CASE("several outputs have the names that Python gives them, and a size that is not told is any")
{
    for (const char *file : {"several-2.5.pt2", "several-2.8.pt2", "several-2.15.pt2"}) {
        INFO(file);
        const Graph graph = graphOf(file);
        std::vector<std::string> names;
        for (const auto &[name, value] : graph.outputs)
            names.push_back(name);
        CHECK(names == std::vector<std::string>{"out", "aux.0", "aux.1"});
        CHECK(!graph.told.size);
        CHECK(!graph.told.batch);
        CHECK(graph.told.channels == 3);
    }
}

TEST_CASE("training mode is left, and told of")
{
    for (const char *file : {"training-2.5.pt2", "training-2.15.pt2"}) {
        INFO(file);
        CHECK(graphOf(file).wasTraining);
    }
    CHECK(graphOf("training-2.15.pt2").told.batch == 2);
}

TEST_CASE("programs that are damaged, or could do more than compute, are refused in a sentence of their own")
{
    CHECK(!errorOf([] { graphOf("nothing-changed.pt2"); }));
    for (const Refused &each : refused()) {
        INFO(each.file);
        const auto error = errorOf([&] { openExported(each.file + ".pt2"); });
        REQUIRE(error);
        CHECK(name(error->kind()) == std::string(name(each.kind)));
        CHECK(error->values() == each.values);
    }
}

TEST_CASE("qualified names are found in what PyTorch's versions write for them")
{
    const std::map<std::string, std::string> names = {{"", ""}, {"L['self']", ""}, {"conv1", "conv1"},
        {"layer1.0.bn1", "layer1.0.bn1"}, {"L['self'].layer1[0].conv1", "layer1.0.conv1"},
        {"getattr(getattr(L['self'].features, '1'), '0').conv1", "features.1.0.conv1"},
        {"L__self___layer1.0", "layer1.0"}, {"L__self__.conv1", "conv1"}, {"self.conv1", "conv1"},
        {"self_attention", "self_attention"}, {"conv1@2", "conv1"}};
    for (const auto &[path, expected] : names) {
        INFO(path);
        CHECK(qualifiedName(path) == expected);
    }
    ExportedModules modules;
    const auto calls =
        modules.callsOf("L__self__,,nets.Net;L__self___a,a,torch.nn.modules.container.Sequential;"
                        "L__self___a_0@3,a.0,torch.nn.modules.conv.Conv2d");
    CHECK((calls == std::vector<ModuleCall>{{0, 0}, {1, 3}}));
    CHECK(modules.rootKind() == "Net");
    CHECK(modules.modules()[1].name == "a.0");
    CHECK(modules.modules()[1].kind == "Conv2d");
    const auto old = modules.callsOf("getattr_a:(getattr(L['self'].a, '0'),torch.nn.modules.conv.Conv2d)");
    CHECK((old == std::vector<ModuleCall>{{1, 0}}));
    for (const char *broken : {"", ";", "a", ",,", "a:(", "x,y", ";;;;,,,,", "@@@,@@,@"})
        CHECK(modules.callsOf(broken).size() <= 1);
}

TEST_CASE("the leaves of Python's trees have names")
{
    const std::string leaf = R"({"type": null, "context": null, "children_spec": []})";
    const auto node = [](const std::string &type, const std::string &context, const std::string &children) {
        return R"({"type": ")" + type + R"(", "context": ")" + context + R"(", "children_spec": [)" + children
            + "]}";
    };
    const std::string pair = node("builtins.tuple", "null", leaf + "," + leaf);
    CHECK(leafNames("[1, " + leaf + "]") == std::vector<std::string>{"0"});
    CHECK(leafNames("[1, " + pair + "]") == std::vector<std::string>{"0", "1"});
    CHECK(leafNames("[1, " + node("builtins.dict", R"([\"out\", \"aux\"])", leaf + "," + pair) + "]")
        == std::vector<std::string>{"out", "aux.0", "aux.1"});
    for (const char *broken : {"", "[]", "[1]", "[1, 2]", "[1, {\"type\": 3}]", "{", "[1, [1, [1]]]"})
        CHECK(leafNames(broken).empty());
}
