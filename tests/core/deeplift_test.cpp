#include "tests/core/toychain.h"

#include "core/explain/methods.h"
#include "core/methods/deeplift.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

constexpr int sampledStep = 8; ///< as in tests/reference/relevance.py

Attribution runAll(const Network &network, const Photo &photo, const DeepLiftOptions &options)
{
    DeepLiftRun run(network, photo, options);
    CHECK_FALSE(run.hasResult());
    while (run.step())
        CHECK_FALSE(run.hasResult());
    CHECK(run.hasResult());
    CHECK(run.progress().done == run.progress().total);
    return run.result();
}

DeepLiftOptions optionsOf(const nlohmann::json &one)
{
    return {.target = {Target::Kind::Class, one["class"]},
        .baseline = fromWord<BaselinePicture>(one["baseline"].get<std::string>()).value(),
        .seed = one["seed"].get<std::uint32_t>()};
}

/// `complete`: how nearly the values add up, as a part of the difference.
void checkIsAs(const Attribution &found, const nlohmann::json &one, double tolerance, double complete)
{
    const double size = one["largest"];
    CHECK(found.map.channels == 3);
    CHECK(largestDifference(sampled(found.map, sampledStep), expectedArray(one["name"]).values)
        < tolerance * size);
    CHECK(largest(found.map.values) == Approx(size).epsilon(tolerance));
    REQUIRE(found.completeness);
    CHECK(found.completeness->difference == Approx(one["difference"].get<double>()).epsilon(tolerance));
    CHECK(found.completeness->relativeError() < complete);
    CHECK(found.meaning == Meaning::Evidence);
    CHECK(found.target == one["class"].get<int>());
    CHECK(found.notes.empty());
}

Attribution run(std::vector<ChainModule> modules, const Photo &photo, const DeepLiftOptions &options)
{
    return runAll(ToyChain({std::move(modules)}), photo, options);
}

std::vector<double> firstChannel(const Attribution &answer)
{
    return {answer.map.values.begin(), answer.map.values.begin() + 8};
}

} // namespace

TEST_CASE("DeepLIFT equals PyTorch's in float64 and is complete")
{
    const auto network = narrowNetwork();
    for (const nlohmann::json &one : expectedJson("deeplift")) {
        INFO(one["name"].get<std::string>());
        checkIsAs(runAll(*network, foodPhoto(one["photo"]), optionsOf(one)), one, 1e-9, 1e-10);
    }
}

/// A unit whose inputs of photo and baseline lie on either side of 0, but for rounding at 0, has a slope that
/// rounding decides. With the blurred photo as the baseline there is one here.
TEST_CASE("DeepLIFT in float32 is next to that in float64, and complete")
{
    const auto network = narrowNetwork(Precision::Float32);
    for (const nlohmann::json &one : expectedJson("deeplift")) {
        INFO(one["name"].get<std::string>());
        const Attribution found = runAll(*network, foodPhoto(one["photo"]), optionsOf(one));
        CHECK(found.completeness->relativeError() < 1e-5);
        std::vector<double> differences = sampled(found.map, sampledStep);
        const std::vector<double> expected = expectedArray(one["name"]).values;
        REQUIRE(differences.size() == expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            differences[i] = std::abs(differences[i] - expected[i]) / one["largest"].get<double>();
        std::sort(differences.begin(), differences.end());
        CHECK(differences[std::size_t(0.99 * double(differences.size()))] < 1e-3);
        CHECK(differences[std::size_t(0.9 * double(differences.size()))] < 1e-4);
        CHECK(differences.back() < 2e-2);
    }
}

TEST_CASE("DeepLIFT of a TorchScript network is the checkpoint's")
{
    const nlohmann::json one = expectedJson("deeplift")[0];
    for (const char *file : {"torchscript/narrow-scripted.pt", "torchscript/narrow-traced.pt"}) {
        INFO(file);
        const auto network = openNetwork(testFile(file), {testDevice(), Precision::Float64});
        checkIsAs(runAll(*network, foodPhoto(one["photo"]), optionsOf(one)), one, 1e-9, 1e-10);
    }
}

TEST_CASE("DeepLIFT equals PyTorch's on a chain unlike the notebook's")
{
    InputDescription input;
    input.size = {37, 45};
    const nlohmann::json cases = expectedJson("chained");
    const Photo photo = loadPhoto({testFile("food/training/0_0.jpg"), 0}, input);
    input.channels = InputDescription::Channels::Gray;
    input.mean = {0.45};
    input.deviation = {0.25};
    const auto network =
        openNetwork(testFile("torchscript/chained-traced.pt"), {testDevice(), Precision::Float64, input});
    for (const nlohmann::json &one : cases) {
        INFO(one["name"].get<std::string>());
        if (one.contains("baseline"))
            checkIsAs(runAll(*network, photo, optionsOf(one)), one, 1e-9, 1e-10);
    }
}

TEST_CASE("a ReLU hands down the slope between baseline and photo")
{
    // The sum of four white pixels less 1 is 3, that of black −1: through ReLU 3 and 0, a slope of 3/4.
    const std::vector<ChainModule> modules = {rowOfPicture(), sumOfFirstChannel(1, -1, /*outputs=*/1),
        {.kind = ChainModule::Kind::ReLU}, linearLayer(at::ones({3, 1}), at::zeros({3}))};
    const Attribution black = run(modules, blackAndWhite(1), {});
    CHECK(firstChannel(black) == std::vector<double>{0, 0, 0.75, 0.75, 0, 0, 0.75, 0.75});
    CHECK(black.completeness->sum == 3);
    CHECK(black.completeness->difference == 3);
    CHECK(black.notes.empty());
    // With white as the baseline the black pixels count: ReLU gives 3 for the photo and 7 for white.
    const Attribution white = run(modules, blackAndWhite(1), {.baseline = BaselinePicture::White});
    CHECK(firstChannel(white) == std::vector<double>{-1, -1, 0, 0, -1, -1, 0, 0});
    CHECK(white.completeness->error() == 0);
}

TEST_CASE("a pool's change goes to the places where photo and baseline have their largest value")
{
    // One pool over all 4×2 pixels. White's largest value is its first one, which is 0 in the photo.
    const ChainModule pool{.kind = ChainModule::Kind::MaxPool, .geometry = {{2, 4}, {2, 4}, {0, 0}, {1, 1}}};
    const std::vector<ChainModule> modules = {pool, {.kind = ChainModule::Kind::Reshape, .shape = {3}},
        linearLayer(at::tensor({1.0f, 0.0f, 0.0f}).repeat({3, 1}), at::zeros({3}))};
    const Attribution black = run(modules, blackAndWhite(1), {});
    CHECK(firstChannel(black) == std::vector<double>{0, 0, 1, 0, 0, 0, 0, 0});
    // Both have 1 as the largest: nothing changes.
    const Attribution white = run(modules, blackAndWhite(1), {.baseline = BaselinePicture::White});
    CHECK(largest(white.map.values) == 0);
    CHECK(white.notes == Notes{Note::DeadLogit});
}

TEST_CASE("DeepLIFT of the baseline itself is empty without a note")
{
    const std::vector<ChainModule> modules = {rowOfPicture(), sumOfFirstChannel(1)};
    Photo photo = blackAndWhite(1);
    std::fill(photo.input.pixels.begin(), photo.input.pixels.end(), std::uint8_t(0));
    const Attribution found = run(modules, photo, {});
    CHECK(largest(found.map.values) == 0);
    CHECK(found.completeness->difference == 0);
    CHECK(found.notes.empty());
    CHECK(run(modules, blackAndWhite(), {}).notes == Notes{Note::LabelUnknown});
}

TEST_CASE("NaN never leaves DeepLIFT")
{
    const std::vector<ChainModule> modules = {rowOfPicture(), sumOfFirstChannel(std::nanf(""))};
    const auto error = errorOf([&] { run(modules, blackAndWhite(1), {}); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::NotFinite);
    CHECK(error->phrase()->kind == Phrase::Logits);
}

TEST_CASE("DeepLIFT refuses classes that are not there, and networks that are no chain")
{
    const auto network = narrowNetwork();
    const auto error = errorOf([&] {
        explain(*network, blackAndWhite(), DeepLiftOptions{{Target::Kind::Class, 11}});
    });
    CHECK((error && error->kind() == ErrorKind::ClassOutOfRange));
    const auto residual = openNetwork(testFile("torchscript/residual-traced.pt"));
    DeepLiftRun run(*residual, foodPhoto("training/3_10"), {.target = {Target::Kind::Predicted}});
    const auto refused = errorOf([&] { run.step(); });
    REQUIRE(refused);
    CHECK(refused->kind() == ErrorKind::NoRuleFor);
    CHECK(refused->values() == std::vector<std::string>{"layer1.0", "Block"});
}
