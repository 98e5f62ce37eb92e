#include "tests/core/toynetwork.h"

#include "core/explain/methods.h"
#include "core/methods/expectedgradients.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

Attribution runAll(const Network &network, const Photo &photo, const ExpectedGradientsOptions &options)
{
    ExpectedGradientsRun run(network, photo, options);
    while (run.step()) { }
    CHECK(run.progress().done == options.samples);
    return run.result();
}

} // namespace

TEST_CASE("expected gradients equal PyTorch's in float64, in both orders and with noise")
{
    const auto network = narrowNetwork();
    for (const nlohmann::json &one : expectedJson("expectedgradients")) {
        const std::string name = one["name"];
        INFO(name);
        ExpectedGradientsOptions options;
        options.samples = one["samples"];
        options.sigma = one["sigma"];
        options.order = fromWord<DrawOrder>(one["order"].get<std::string>()).value();
        options.seed = one["seed"].get<std::uint32_t>();
        const Attribution found = runAll(*network, foodPhoto("validation/5_0"), options);
        const double size = one["largest"];
        CHECK(largestDifference(sampled(found.map, 7), expectedArray(name).values) < 1e-9 * size);
        CHECK(largest(found.map.values) == Approx(size).epsilon(1e-9));
        CHECK(std::abs(found.completeness->sum - one["sum"].get<double>()) < 1e-9);
        CHECK(std::abs(found.completeness->difference - one["difference"].get<double>()) < 1e-9);
        CHECK(found.meaning == Meaning::Evidence);
        CHECK(found.target == 5);
        const bool isNear = found.completeness->relativeError().value() < 0.05;
        CHECK(found.notes == (isNear ? Notes{} : Notes{Note::TakeMoreSamples}));
    }
}

TEST_CASE("expected gradients of a line add up whatever is drawn")
{
    // Logit 1 is 3·Σ x: each sample is 3·(x − b), and black and white are drawn as often as chance will.
    const ToyNetwork network([](const at::Tensor &x) {
        return x.sum({1, 2, 3}).unsqueeze(1).repeat({1, 3}) * 3;
    });
    ExpectedGradientsOptions options;
    options.samples = 400;
    const Attribution found = runAll(network, blackAndWhite(1), options);
    const double black = found.map.at(0, 0, 0); // −3 times the part of the samples that began at white
    CHECK(std::abs(black + 1.5) < 0.3);
    CHECK(found.map.at(0, 0, 3) == Approx(3 + black).epsilon(1e-6));
    CHECK(found.completeness->difference == Approx(0).margin(1e-5)); // 36 less the mean of 0 and 72
}

TEST_CASE("expected gradients stopped in the middle are the mean of the samples so far")
{
    const ToyNetwork network([](const at::Tensor &x) {
        if (x.size(0) > 1)
            throw Error(ErrorKind::OutOfMemory);
        return (x * x).sum({1, 2, 3}).unsqueeze(1).repeat({1, 3});
    });
    ExpectedGradientsOptions options;
    options.samples = 9;
    options.order = DrawOrder::Shap; // the draws of five are the first of nine
    const auto explanation = explain(network, blackAndWhite(1), options);
    while (explanation->progress().done < 5)
        explanation->step();
    CHECK(explanation->snapshot());
    const auto part = std::get<Attribution>(explanation->answer());
    CHECK(part.notes == Notes{Note::StoppedEarly});
    options.samples = 5;
    CHECK(largestDifference(part.map.values, runAll(network, blackAndWhite(1), options).map.values) < 1e-12);
}

TEST_CASE("expected gradients refuse bad questions, and say why they are empty")
{
    const ToyNetwork sums([](const at::Tensor &x) { return x.sum({2, 3}); });
    const ToyNetwork cut([](const at::Tensor &x) { return (x * x).detach().sum({2, 3}); });
    const ToyNetwork onBlack([](const at::Tensor &x) { return x.sum({2, 3}).log(); });
    const auto kindOf = [](const Network &network, const ExpectedGradientsOptions &options) {
        const auto error = errorOf([&] {
            ExpectedGradientsRun run(network, blackAndWhite(1), options);
            while (run.step()) { }
        });
        return error ? error->kind() : ErrorKind::Internal;
    };
    ExpectedGradientsOptions bad;
    bad.samples = 0;
    CHECK(kindOf(sums, bad) == ErrorKind::InvalidOption);
    bad = {};
    bad.target = {Target::Kind::Class, 3};
    CHECK(kindOf(sums, bad) == ErrorKind::ClassOutOfRange);
    CHECK(kindOf(onBlack, {}) == ErrorKind::NotFinite);
    CHECK(runAll(cut, blackAndWhite(1), {}).notes == Notes{Note::GradientCut});
}
