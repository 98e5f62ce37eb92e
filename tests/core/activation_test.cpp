#include "tests/core/toynetwork.h"

#include "core/methods/activation.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

TEST_CASE("activations equal those that a PyTorch hook sees, in float64")
{
    const auto network = narrowNetwork();
    struct Case
    {
        ActivationOptions options;
        const char *kind;
    };
    // A convolution, batch norm and ReLU in a row, which folding must keep apart, and pools
    const Case cases[] = {{{0, 5}, "Conv2d"}, {{14, 3}, "Conv2d"}, {{15, 3}, "BatchNorm2d"},
        {{16, 3}, "ReLU"}, {{17, 0}, "MaxPool2d"}, {{21, 2}, "MaxPool2d"}};
    for (const Case &one : cases) {
        const std::string name =
            "activation-" + std::to_string(one.options.layer) + "-" + std::to_string(one.options.filter);
        INFO(name);
        CHECK(network->info().layers[std::size_t(one.options.layer)].kind == one.kind);
        ActivationRun run(*network, foodPhoto("training/3_10"), one.options);
        CHECK_FALSE(run.step());
        const Map &map = run.result().map;
        const Array expected = expectedArray(name);
        CHECK((std::vector<int>{map.channels, map.height, map.width}
            == std::vector<int>{1, expected.shape[0], expected.shape[1]}));
        CHECK(largestDifference(map.values, expected.values) < 1e-9 * largest(expected.values));
        CHECK(run.result().notes.empty());
    }
}

TEST_CASE("a silent filter is noted, and keeps its value")
{
    const ToyNetwork network({}, [](const at::Tensor &x) { return x.select(1, 0) * 0 + 0.25; });
    ActivationRun run(network, blackAndWhite(), {0, 0});
    run.step();
    CHECK(run.result().map.values == std::vector<double>(8, 0.25));
    CHECK(run.result().notes == Notes{Note::SilentFilter});
}

TEST_CASE("NaN never leaves an activation")
{
    const ToyNetwork network({}, [](const at::Tensor &x) { return x.select(1, 0) / x.select(1, 1); }); // 0/0
    ActivationRun run(network, blackAndWhite(), {0, 0});
    const auto error = errorOf([&] { run.step(); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::NotFinite);
}
