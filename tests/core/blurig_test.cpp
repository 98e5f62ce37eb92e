#include "tests/core/toynetwork.h"

#include "core/engine/gaussianblur.h"
#include "core/explain/methods.h"
#include "core/methods/blurig.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

Attribution runAll(const Network &network, const Photo &photo, const BlurIgOptions &options)
{
    BlurIgRun run(network, photo, options);
    while (run.step()) { }
    CHECK(run.progress().done == options.gradients);
    REQUIRE(run.hasResult());
    return run.result();
}

/// Σ x, of one picture at a time, as memory refuses more.
ToyNetwork sums()
{
    return ToyNetwork([](const at::Tensor &x) {
        if (x.size(0) > 1)
            throw Error(ErrorKind::OutOfMemory);
        return x.sum({2, 3});
    });
}

} // namespace

TEST_CASE("blur integrated gradients equal PyTorch's and SciPy's in float64")
{
    const auto network = narrowNetwork();
    InputDescription oblong;
    oblong.size = {48, 24};
    const auto flat = openNetwork(testFile("torchscript/oblong-traced.pt"),
        {.device = testDevice(), .precision = Precision::Float64, .input = oblong});
    for (const nlohmann::json &one : expectedJson("blurig")) {
        const std::string name = one["name"];
        INFO(name);
        BlurIgOptions options;
        options.gradients = one["steps"];
        options.sigma = one["sigma"];
        options.spacing = fromWord<BlurSpacing>(one["spacing"].get<std::string>()).value();
        const bool isOblong = name == "blurig-oblong";
        const Attribution found = isOblong
            ? runAll(*flat, loadPhoto({testFile("food/training/0_0.jpg"), 1}, oblong), options)
            : runAll(*network, foodPhoto("training/3_10"), options);
        const double size = one["largest"];
        CHECK(largestDifference(sampled(found.map, 7), expectedArray(name).values) < 1e-8 * size);
        CHECK(largest(found.map.values) == Approx(size).epsilon(1e-8));
        CHECK(std::abs(found.completeness->sum - one["sum"].get<double>()) < 1e-8);
        CHECK(std::abs(found.completeness->difference - one["difference"].get<double>()) < 1e-8);
        CHECK(found.meaning == Meaning::Evidence);
        const bool isNear = found.completeness->relativeError().value() < 0.05;
        CHECK(found.notes == (isNear ? Notes{} : Notes{Note::TakeMoreSteps}));
    }
}

TEST_CASE("a blur with nothing outside grows darker at the edges")
{
    const at::Tensor white = at::ones({1, 3, 5, 7}, at::kDouble);
    const at::Tensor repeated = gaussianBlurred(white, 2, Outside::Repeated);
    const at::Tensor zero = gaussianBlurred(white, 2, Outside::Zero);
    CHECK(at::allclose(repeated, white));
    CHECK(zero[0][0][0][0].item<double>() < zero[0][0][2][3].item<double>());
    CHECK(zero.max().item<double>() < 1);
    CHECK(at::equal(gaussianBlurred(white, 0, Outside::Zero), white));
    CHECK(at::equal(gaussianBlurred(white, 0.1, Outside::Zero), white)); // its radius is 0
}

TEST_CASE("blur integrated gradients of a sum are what the blur takes away")
{
    // With a constant gradient the sum over the way telescopes up to the slopes' error.
    BlurIgOptions options;
    options.gradients = 2000;
    options.sigma = 1;
    const Attribution found = runAll(sums(), blackAndWhite(1), options);
    CHECK(found.completeness->difference > 0.1);
    CHECK(found.completeness->relativeError().value() < 0.01);
}

TEST_CASE("blur integrated gradients have an answer on the way where the spacing is linear")
{
    BlurIgOptions options;
    options.gradients = 20;
    options.sigma = 1;
    const ToyNetwork network = sums();
    for (const BlurSpacing spacing : {BlurSpacing::Linear, BlurSpacing::Root}) {
        options.spacing = spacing;
        const bool isLinear = spacing == BlurSpacing::Linear;
        const auto explanation = explain(network, blackAndWhite(1), options);
        while (explanation->progress().done < 10)
            explanation->step();
        CHECK(explanation->hasAnswer() == isLinear);
        CHECK(explanation->snapshot().has_value() == isLinear);
        if (isLinear) {
            const auto half = std::get<Attribution>(explanation->answer());
            CHECK(half.notes == Notes{Note::StoppedEarly});
            CHECK(half.completeness->relativeError().value() < 0.3);
        }
        while (explanation->step()) { }
        CHECK(explanation->hasAnswer());
    }
}

TEST_CASE("blur integrated gradients refuse bad questions, and say why they are empty")
{
    const auto kindOf = [](const Network &network, const BlurIgOptions &options) {
        const auto error = errorOf([&] {
            BlurIgRun run(network, blackAndWhite(1), options);
            while (run.step()) { }
        });
        return error ? error->kind() : ErrorKind::Internal;
    };
    CHECK(kindOf(sums(), {.gradients = 0}) == ErrorKind::InvalidOption);
    CHECK(kindOf(sums(), {.sigma = 0}) == ErrorKind::InvalidOption);
    CHECK(kindOf(sums(), {.target = {Target::Kind::Class, 3}}) == ErrorKind::ClassOutOfRange);
    const ToyNetwork cut([](const at::Tensor &x) { return (x * x).detach().sum({2, 3}); });
    const ToyNetwork dead([](const at::Tensor &x) { return (x * 0).sum({2, 3}); });
    CHECK(runAll(cut, blackAndWhite(1), {}).notes == Notes{Note::GradientCut});
    CHECK(runAll(dead, blackAndWhite(1), {}).notes == Notes{Note::DeadLogit});
}
