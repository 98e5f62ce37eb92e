#include "tests/core/toynetwork.h"

#include "core/engine/relurule.h"
#include "core/engine/tensors.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

TEST_CASE("a rule holds while its guard lives, and a gradient keeps it")
{
    const auto network = narrowNetwork();
    const at::Tensor picture = inputTensor(*network, foodPhoto("training/3_10").input).requires_grad_(true);
    const auto scoreOf = [&] { return network->logits(picture).select(1, 3).sum(); };
    const at::Tensor plain = inputGradient(scoreOf(), picture);
    at::Tensor guided;
    {
        const ReluRuleGuard guard(ReluRule::Guided);
        const at::Tensor score = scoreOf();
        CHECK(guard.count() == 8); // seven convolutions, one linear layer
        {
            const ReluRuleGuard inner(ReluRule::Plain);
            CHECK(at::equal(inputGradient(scoreOf(), picture), plain));
        }
        guided = inputGradient(score, picture);
        CHECK(guard.count() == 8);
    }
    CHECK_FALSE(hasReluRule());
    CHECK_FALSE(at::equal(guided, plain));
    CHECK(at::equal(inputGradient(scoreOf(), picture), plain));
}

TEST_CASE("what a ReLU sends back by each rule")
{
    const at::Tensor z = at::tensor({-1.0, 2.0, -3.0, 4.0, 0.0});
    const at::Tensor g = at::tensor({1.0, 2.0, -3.0, -4.0, 5.0});
    const auto sent = [&](ReluRule rule) {
        const ReluRuleGuard guard(rule);
        const at::Tensor input = z.clone().requires_grad_(true);
        return inputGradient((reluWithRule(input) * g).sum(), input);
    };
    CHECK(at::equal(sent(ReluRule::Plain), at::tensor({0.0, 2.0, 0.0, -4.0, 0.0})));
    CHECK(at::equal(sent(ReluRule::Guided), at::tensor({0.0, 2.0, 0.0, 0.0, 0.0})));
    CHECK(at::equal(sent(ReluRule::Deconvnet), at::tensor({1.0, 2.0, 0.0, 0.0, 5.0})));
}

TEST_CASE("a ReLU that is dead all over a picture lets through what would wake it, by the redirected rule")
{
    // The first picture is dead, or no gradient reaches what is not; the second is not.
    const at::Tensor z = at::tensor({-1.0, -2.0, 0.0, -1.0, -2.0, 3.0}).view({2, 3});
    const at::Tensor g = at::tensor({1.0, -2.0, 0.0, 1.0, -2.0, 3.0}).view({2, 3});
    const ReluRuleGuard guard(ReluRule::Redirected);
    CHECK(ruleAsksForInput());
    const at::Tensor input = z.clone().requires_grad_(true);
    const at::Tensor sent = inputGradient((reluWithRule(input) * g).sum(), input);
    CHECK(at::equal(sent, at::tensor({0.0, -2.0, 0.0, 0.0, 0.0, 3.0}).view({2, 3})));
    // At 0 the gradient comes through, so that this picture is not dead.
    const at::Tensor atZero = at::zeros({1, 2}).requires_grad_(true);
    CHECK(at::equal(inputGradient((reluWithRule(atZero) * at::tensor({1.0f, -2.0f})).sum(), atZero),
        at::tensor({1.0f, -2.0f}).view({1, 2})));
}

TEST_CASE("all kinds of networks redirect gradients around dead filters")
{
    const nlohmann::json cases = expectedJson("optimise-parts")["black"];
    REQUIRE(cases.size() > 3);
    struct Kind
    {
        const char *file;
        Precision precision;
        double tolerance;
    };
    for (const Kind &kind :
        {Kind{"narrow.pth", Precision::Float64, 1e-12}, {"narrow.pth", Precision::Float32, 1e-4},
            {"torchscript/narrow-traced.pt", Precision::Float64, 1e-12}}) {
        const auto network = openNetwork(testFile(kind.file), {testDevice(), kind.precision});
        for (const nlohmann::json &one : cases) {
            const std::string name = "cnn." + std::to_string(int(one["layer"]));
            INFO(kind.file << ' ' << name << ' ' << one["filter"]);
            const int layer = findLayer(network->info(), name);
            const at::Tensor picture =
                inputTensor(*network, Map{3, 128, 128, std::vector<double>(3 * 128 * 128, 0.0)});
            const auto expected = one["gradient"].get<std::vector<double>>();
            for (const bool whole : {false, true}) {
                at::Tensor input = picture.clone().requires_grad_(true);
                const ReluRuleGuard guard(ReluRule::Redirected);
                const at::Tensor map = whole
                    ? network->activations(input, layer).select(1, int(one["filter"]))
                    : network->activation(input, layer, int(one["filter"]));
                const Map gradient = toMap(inputGradient(-map.mean(), input));
                CHECK(
                    largestDifference(sampled(gradient, 16), expected) <= kind.tolerance * largest(expected));
            }
        }
    }
}
