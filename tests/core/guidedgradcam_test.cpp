#include "tests/core/toynetwork.h"

#include "core/engine/relurule.h"
#include "core/explain/methods.h"
#include "core/methods/guidedgradcam.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

Attribution run(const Network &network, const Photo &photo, const GuidedGradCamOptions &options)
{
    GuidedGradCamRun run(network, photo, options);
    CHECK(run.step());
    CHECK(run.progress().done == 1);
    CHECK_FALSE(run.step());
    CHECK(run.progress().done == run.progress().total);
    return run.result();
}

} // namespace

TEST_CASE("guided Grad-CAM equals PyTorch's in float64, at layers of two sizes")
{
    const auto network = narrowNetwork();
    for (const int layer : {15, 20}) {
        const std::string name = "guidedgradcam-" + std::to_string(layer);
        INFO(name);
        const Attribution found = run(*network, foodPhoto("training/3_10"), {{}, layer});
        const double size = expectedJson("gradients")[name]["largest"];
        CHECK(found.map.channels == 3);
        CHECK(found.meaning == Meaning::Slope);
        CHECK(found.target == 3);
        CHECK(found.notes.empty());
        CHECK(largestDifference(sampled(found.map, 7), expectedArray(name).values) < 1e-9 * size);
        CHECK(largest(found.map.values) == Approx(size).epsilon(1e-9));
    }
}

TEST_CASE("guided Grad-CAM has its answer after both steps")
{
    const auto network = narrowNetwork();
    const auto explanation = explain(*network, foodPhoto("training/3_10"), GuidedGradCamOptions{});
    CHECK(explanation->step());
    CHECK_FALSE(explanation->hasAnswer());
    CHECK_FALSE(explanation->snapshot());
    CHECK_FALSE(explanation->step());
    CHECK(explanation->hasAnswer());
}

TEST_CASE("an empty guided Grad-CAM says why, once")
{
    // The layer is the ReLU of the first channel, which speaks against every class.
    const auto layer = [](const at::Tensor &x) { return reluWithRule(x.select(1, 0)); };
    class Against : public ToyNetwork
    {
    public:
        using ToyNetwork::ToyNetwork;
        Outputs run(const at::Tensor &batch, const std::vector<int> &layers, Until) const override
        {
            Outputs outputs;
            const at::Tensor maps = reluWithRule(batch.narrow(1, 0, 1));
            outputs.layers.assign(layers.size(), maps);
            outputs.logits = -maps.sum({2, 3}).repeat({1, 3});
            return outputs;
        }
    };
    const Against network(layer, layer);
    const Attribution found = run(network, blackAndWhite(1), {{}, 0});
    CHECK(found.map.values == std::vector<double>(24, 0.0));
    CHECK(found.notes == Notes{Note::NothingPassesReLUs});
    Photo unknown = blackAndWhite();
    CHECK((run(network, unknown, {{}, 0}).notes == Notes{Note::LabelUnknown, Note::NothingPassesReLUs}));
}

TEST_CASE("guided Grad-CAM refuses bad questions")
{
    const auto network = narrowNetwork();
    const auto kindOf = [](const Network &asked, const GuidedGradCamOptions &options) {
        const auto error = errorOf([&] {
            GuidedGradCamRun run(asked, blackAndWhite(1), options);
            while (run.step()) { }
        });
        return error ? error->kind() : ErrorKind::Internal;
    };
    CHECK(kindOf(*network, {{}, 26}) == ErrorKind::LayerWithoutMaps);
    CHECK(kindOf(*network, {{}, 99}) == ErrorKind::NoSuchLayer);
    CHECK(kindOf(*network, {{}, -1}) == ErrorKind::InvalidOption);
    CHECK(kindOf(*network, {{Target::Kind::Class, 11}, 15}) == ErrorKind::ClassOutOfRange);
    const ToyNetwork smooth(
        [](const at::Tensor &x) {
            return x.sum({2, 3});
        },
        [](const at::Tensor &x) { return x.select(1, 0) * 1; });
    CHECK(kindOf(smooth, {{}, 0}) == ErrorKind::NetworkWithoutReLU);
}
