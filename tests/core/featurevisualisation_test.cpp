#include "tests/core/toynetwork.h"

#include "core/methods/featurevisualisation.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

OptimisedImage runAll(FeatureVisualisationRun &run)
{
    while (run.step()) { }
    return run.result();
}

/// Largest difference in units of the largest expected value.
double relativeDifference(const std::vector<double> &found, const std::vector<double> &expected)
{
    return largestDifference(found, expected) / largest(expected);
}

} // namespace

TEST_CASE("a filter image after 100 steps from a photo equals PyTorch's in float64")
{
    const auto network = narrowNetwork();
    const nlohmann::json expected = expectedJson("filter");
    FeatureVisualisationRun run(
        *network, foodPhoto("training/3_10"), {int(expected["layer"]), int(expected["filter"])});
    const OptimisedImage found = runAll(run);
    // Correlation at least 0.999999 is asked for; Adam in float64 comes far closer.
    CHECK(relativeDifference(sampled(found.image, 2), expectedArray("filter-photo").values) < 1e-9);
    CHECK(relativeDifference(found.objective, expected["photo"].get<std::vector<double>>()) < 1e-9);
    CHECK(found.objective.back() > found.objective.front());
    CHECK(found.notes.empty());
}

TEST_CASE("a filter image from noise equals PyTorch's in float64")
{
    const auto network = narrowNetwork();
    const nlohmann::json expected = expectedJson("filter");
    FeatureVisualisationOptions options{int(expected["layer"]), int(expected["filter"]), 20, 0.03, 7u};
    FeatureVisualisationRun run(*network, {}, options);
    const OptimisedImage found = runAll(run);
    CHECK(relativeDifference(sampled(found.image, 8), expectedArray("filter-noise").values) < 1e-9);
    CHECK(relativeDifference(found.objective, expected["noise"].get<std::vector<double>>()) < 1e-9);
}

TEST_CASE("one step of Adam by hand, and the photo itself is left alone")
{
    // The gradient of Σ 3·x of the first channel is 3 there: Adam's first step is lr·3/(3 + 1e-8) whatever
    // its size.
    const ToyNetwork network({}, [](const at::Tensor &x) { return 3 * x.select(1, 0); });
    const Photo photo = blackAndWhite();
    FeatureVisualisationRun run(network, photo, {0, 0, 2, 0.5});
    CHECK(run.step());
    const OptimisedImage first = run.result();
    CHECK(first.objective == std::vector<double>{12}); // 3 × 4 white pixels
    CHECK(first.notes == Notes{Note::StoppedEarly});
    CHECK(first.image.at(0, 0, 0) == Approx(0.5).epsilon(1e-6));
    CHECK(first.image.at(0, 0, 3) == Approx(1.5).epsilon(1e-6));
    CHECK(first.image.at(1, 0, 3) == 1);
    CHECK(run.progress().done == 1);
    CHECK_FALSE(run.step());
    CHECK(run.result().notes.empty());
    CHECK(photo.input == blackAndWhite().input);
}

TEST_CASE("a filter that is dead at the start ends at once, with a note")
{
    const ToyNetwork network({}, [](const at::Tensor &x) { return (x.select(1, 0) - 5).relu(); });
    FeatureVisualisationRun run(network, blackAndWhite(), {0, 0, 100});
    CHECK_FALSE(run.step());
    CHECK(run.progress().done == 100);
    const OptimisedImage found = run.result();
    CHECK(found.notes == Notes{Note::DeadStart});
    CHECK(found.objective == std::vector<double>{0});
    CHECK(found.image.at(0, 0, 0) == 0);
    CHECK(found.image.at(0, 0, 3) == 1);
}

TEST_CASE("where the network cuts the gradient off, the filter image says so")
{
    const ToyNetwork network({}, [](const at::Tensor &x) { return x.select(1, 0).detach(); });
    FeatureVisualisationRun run(network, blackAndWhite(), {0, 0, 100});
    CHECK_FALSE(run.step());
    CHECK(run.result().notes == Notes{Note::GradientCut});
}

TEST_CASE("NaN never leaves a filter image")
{
    const ToyNetwork network({}, [](const at::Tensor &x) { return x.select(1, 0) / x.select(1, 1); }); // 0/0
    FeatureVisualisationRun run(network, blackAndWhite(), {0, 0});
    const auto error = errorOf([&] { run.step(); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::NotFinite);
}
