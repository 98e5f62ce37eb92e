#include "tests/core/toynetwork.h"

#include "core/explain/methods.h"
#include "core/methods/guidedig.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

Attribution runAll(const Network &network, const Photo &photo, const GuidedIgOptions &options)
{
    GuidedIgRun run(network, photo, options);
    while (run.step())
        CHECK_FALSE(run.hasResult());
    CHECK(run.progress().done == options.rounds);
    REQUIRE(run.hasResult());
    return run.result();
}

} // namespace

TEST_CASE("guided integrated gradients equal those of PyTorch in float64")
{
    const auto network = narrowNetwork();
    for (const nlohmann::json &one : expectedJson("guidedig")) {
        const std::string name = one["name"];
        INFO(name);
        GuidedIgOptions options;
        options.target = {Target::Kind::Class, 7};
        options.rounds = one["steps"];
        options.fraction = one["fraction"];
        options.maxDistance = one["distance"];
        options.baseline = fromWord<BaselinePicture>(one["baseline"].get<std::string>()).value();
        const Attribution found = runAll(*network, foodPhoto("training/0_0"), options);
        const double size = one["largest"];
        CHECK(largestDifference(sampled(found.map, 7), expectedArray(name).values) < 1e-8 * size);
        CHECK(largest(found.map.values) == Approx(size).epsilon(1e-8));
        CHECK(std::abs(found.completeness->sum - one["sum"].get<double>()) < 1e-8);
        CHECK(std::abs(found.completeness->difference - one["difference"].get<double>()) < 1e-9);
        CHECK(found.meaning == Meaning::Evidence);
        const bool isNear = found.completeness->relativeError().value() < 0.05;
        CHECK(found.notes == (isNear ? Notes{} : Notes{Note::DoesNotAddUp}));
    }
}

TEST_CASE("guided integrated gradients of a line are complete on every way")
{
    const ToyNetwork network([](const at::Tensor &x) {
        return (x * at::arange(1, 9).view({1, 1, 2, 4})).sum({1, 2, 3}).unsqueeze(1).repeat({1, 3});
    });
    const Attribution found = runAll(network, blackAndWhite(1), {});
    // White pixels: the third and the fourth of both rows.
    for (int channel = 0; channel < 3; ++channel) {
        CHECK(found.map.at(channel, 0, 0) == 0);
        CHECK(found.map.at(channel, 0, 2) == Approx(3).epsilon(1e-6));
        CHECK(found.map.at(channel, 1, 3) == Approx(8).epsilon(1e-6));
    }
    CHECK(found.completeness->error() == Approx(0).margin(1e-5));
    CHECK(found.notes.empty());
}

TEST_CASE("guided integrated gradients have no answer before the end")
{
    const ToyNetwork network([](const at::Tensor &x) { return x.sum({2, 3}); });
    const auto explanation = explain(network, blackAndWhite(1), GuidedIgOptions{});
    while (explanation->step()) {
        CHECK_FALSE(explanation->hasAnswer());
        CHECK_FALSE(explanation->snapshot());
    }
    CHECK(explanation->hasAnswer());
}

TEST_CASE("a photo that is its own baseline gives an empty map of guided integrated gradients")
{
    Photo black = blackAndWhite(1);
    std::fill(black.input.pixels.begin(), black.input.pixels.end(), std::uint8_t(0));
    const ToyNetwork network([](const at::Tensor &x) { return (x + 1).square().sum({2, 3}); });
    const Attribution found = runAll(network, black, {});
    CHECK(found.map.values == std::vector<double>(24, 0.0));
    CHECK(found.notes.empty());
}

TEST_CASE("guided integrated gradients refuse bad questions, and say why they are empty")
{
    const auto kindOf = [](const Network &network, const GuidedIgOptions &options) {
        const auto error = errorOf([&] {
            GuidedIgRun run(network, blackAndWhite(1), options);
            while (run.step()) { }
        });
        return error ? error->kind() : ErrorKind::Internal;
    };
    const ToyNetwork sums([](const at::Tensor &x) { return x.sum({2, 3}); });
    const ToyNetwork infiniteSlope([](const at::Tensor &x) { return x.sqrt().sum({2, 3}); });
    CHECK(kindOf(sums, {.rounds = 0}) == ErrorKind::InvalidOption);
    CHECK(kindOf(sums, {.fraction = 0}) == ErrorKind::InvalidOption);
    CHECK(kindOf(sums, {.maxDistance = 2}) == ErrorKind::InvalidOption);
    CHECK(kindOf(sums, {.target = {Target::Kind::Class, 3}}) == ErrorKind::ClassOutOfRange);
    CHECK(kindOf(infiniteSlope, {}) == ErrorKind::NotFinite);
    const ToyNetwork cut([](const at::Tensor &x) { return (x * x).detach().sum({2, 3}); });
    const ToyNetwork dead([](const at::Tensor &x) { return (x * 0).sum({2, 3}); });
    CHECK(runAll(cut, blackAndWhite(1), {}).notes == Notes{Note::GradientCut});
    CHECK(runAll(dead, blackAndWhite(1), {}).notes == Notes{Note::DeadLogit});
}
