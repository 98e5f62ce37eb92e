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
