#include "tests/core/toynetwork.h"

#include "core/engine/chain.h"
#include "core/engine/tensors.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

#include <c10/core/GradMode.h>

using namespace convscope;
using namespace convscope::test;

namespace {

std::unique_ptr<Network> opened(const std::string &file, std::optional<InputDescription> input = {})
{
    return openNetwork(testFile(file), {testDevice(), Precision::Float64, std::move(input)});
}

InputDescription withModules(const Modules &modules)
{
    InputDescription input;
    input.modules = modules;
    return input;
}

/// As tests/reference/make_torchscript.py has them.
InputDescription inputOfChained()
{
    InputDescription input;
    input.size = {37, 45};
    input.channels = InputDescription::Channels::Gray;
    input.mean = {0.45};
    input.deviation = {0.25};
    return input;
}

/// A picture of the size that the network takes.
at::Tensor pictureFor(const Network &network)
{
    const InputSize size = network.info().input.size;
    return at::arange(3 * size.height * size.width, at::kDouble)
        .mul(0.618033988749895)
        .frac()
        .view({1, 3, size.height, size.width})
        .to(at::Device(network.info().device));
}

double largestDifference(const at::Tensor &a, const at::Tensor &b)
{
    return a.sizes() == b.sizes() ? (a - b).abs().max().item<double>() : 1e300;
}

/// What keeps the network in a file from being a chain: a module's name and its kind.
std::vector<std::string> obstacleIn(const Network &network)
{
    const auto error = errorOf([&] { network.chain(); });
    return error && error->kind() == ErrorKind::NoRuleFor ? error->values() : std::vector<std::string>();
}

} // namespace

TEST_CASE("a chain gives the network's logits, and its transposed modules the gradient of them")
{
    Modules averaging;
    averaging.pool = Modules::Pool::Average;
    struct Case
    {
        const char *file;
        std::optional<InputDescription> input;
    };
    const Case cases[] = {{"narrow.pth", {}}, {"narrow.pth", withModules(averaging)},
        {"checkpoints/without-batch-norm.pth", {}}, {"checkpoints/without-bias.pth", {}},
        {"checkpoints/course.pth", {}}, {"checkpoints/one-output.pth", {}}, {"checkpoints/gray.pth", {}},
        {"torchscript/narrow-scripted.pt", {}}, {"torchscript/narrow-traced.pt", {}},
        {"torchscript/chained-scripted.pt", inputOfChained()},
        {"torchscript/chained-traced.pt", inputOfChained()}, {"torchscript/functional-scripted.pt", {}},
        {"torchscript/averaged-scripted.pt", {}}, {"torchscript/digits-traced.pt", {}}};
    for (const Case &one : cases) {
        INFO(one.file);
        const auto network = opened(one.file, one.input);
        const Chain chain = network->chain();
        const at::Tensor picture = pictureFor(*network).requires_grad_(true);
        const at::Tensor values = normalised(picture, network->info().input);
        std::vector<at::Tensor> inputs = {values.detach()};
        for (const ChainModule &module : chain.modules)
            inputs.push_back(module(inputs.back()));
        const at::Tensor logits = network->logits(picture);
        CHECK(largestDifference(inputs.back(), logits) < 1e-10);

        at::Tensor message = at::zeros_like(logits);
        message.select(1, 1).fill_(1);
        for (std::size_t i = chain.modules.size(); i-- > 0;)
            message = chain.modules[i].transposed(inputs[i], message);
        const at::Tensor expected = inputGradient(logits.select(1, 1).sum(), picture);
        const at::Tensor found = inputGradient((values * message).sum(), picture);
        CHECK(largestDifference(found, expected) <= 1e-10 * expected.abs().max().item<double>());
    }
}

TEST_CASE("the chain of a TorchScript network is the checkpoint's")
{
    const Chain expected = narrowNetwork()->chain();
    for (const char *file : {"torchscript/narrow-scripted.pt", "torchscript/narrow-traced.pt"}) {
        INFO(file);
        const auto network = opened(file);
        for (int time = 0; time < 2; ++time) { // the second time it is kept
            const Chain chain = network->chain();
            REQUIRE(chain.modules.size() == expected.modules.size());
            for (std::size_t i = 0; i < chain.modules.size(); ++i) {
                const ChainModule &module = chain.modules[i];
                CHECK(module.kind == expected.modules[i].kind);
                CHECK(module.name == expected.modules[i].name);
                CHECK(module.geometry == expected.modules[i].geometry);
                CHECK(module.shape == expected.modules[i].shape);
                if (module.hasWeights()) {
                    CHECK(largestDifference(module.weight, expected.modules[i].weight) < 1e-14);
                    CHECK(largestDifference(module.bias, expected.modules[i].bias) < 1e-14);
                }
            }
        }
    }
}

TEST_CASE("a network that is no chain tells the first module that keeps it from being one")
{
    using Values = std::vector<std::string>;
    struct Case
    {
        const char *file;
        Values values;
    };
    const Case cases[] = {{"residual-scripted.pt", {"layer1.0", "Block"}},
        {"residual-traced.pt", {"layer1.0", "Block"}}, {"loop-scripted.pt", {"layer1.0", "Block"}},
        {"auxiliary-scripted.pt", {"layer1.0", "Block"}}, {"divides-traced.pt", {"div", "Divides"}},
        {"branching-scripted.pt", {"item", "Branching"}}};
    for (const Case &one : cases) {
        INFO(one.file);
        CHECK(obstacleIn(*opened(std::string("torchscript/") + one.file)) == one.values);
    }
    Modules modules;
    modules.activation = Modules::Activation::GELU;
    CHECK(obstacleIn(*opened("narrow.pth", withModules(modules))) == Values{"cnn.2", "GELU"});
    modules = {};
    modules.linearActivation = Modules::Activation::Tanh;
    CHECK(obstacleIn(*opened("narrow.pth", withModules(modules))) == Values{"fc.1", "Tanh"});
}

TEST_CASE("a softmax at the end of a chain is no module of it")
{
    for (const char *file :
        {"torchscript/chained-softmax-scripted.pt", "torchscript/chained-softmax-traced.pt"}) {
        INFO(file);
        const auto network = opened(file, inputOfChained());
        CHECK(obstacleIn(*network) == std::vector<std::string>{"1", "Softmax"});
    }
}
