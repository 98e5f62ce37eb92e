#include "tests/core/toychain.h"

#include "core/explain/methods.h"
#include "core/methods/lrp.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

constexpr int sampledStep = 8; ///< as in tests/reference/relevance.py

Attribution runAll(const Network &network, const Photo &photo, const LrpOptions &options)
{
    LrpRun run(network, photo, options);
    CHECK_FALSE(run.hasResult());
    CHECK(run.progress().total == 0);
    int last = 0;
    while (run.step()) {
        CHECK_FALSE(run.hasResult());
        CHECK(run.progress().done >= last);
        last = run.progress().done;
    }
    CHECK(run.hasResult());
    CHECK(run.progress().done == run.progress().total);
    return run.result();
}

LrpOptions optionsOf(const nlohmann::json &one)
{
    return {.target = {Target::Kind::Class, one["class"]},
        .composite = fromWord<LrpComposite>(one["composite"].get<std::string>()).value()};
}

void checkIsAs(const Attribution &found, const nlohmann::json &one, double tolerance)
{
    const double size = one["largest"];
    CHECK(found.map.channels == 3);
    CHECK(largestDifference(sampled(found.map, sampledStep), expectedArray(one["name"]).values)
        < tolerance * size);
    CHECK(largest(found.map.values) == Approx(size).epsilon(tolerance));
    REQUIRE(found.completeness);
    CHECK(std::abs(found.completeness->sum - one["sum"].get<double>())
        < tolerance * std::abs(one["difference"].get<double>()));
    CHECK(found.completeness->difference == Approx(one["difference"].get<double>()).epsilon(tolerance));
    CHECK(found.meaning == Meaning::Evidence);
    CHECK(found.target == one["class"].get<int>());
    CHECK(found.notes.empty());
}

Attribution run(const Chain &chain, const Photo &photo, LrpComposite composite, Target target = {})
{
    return runAll(ToyChain(chain), photo, {.target = target, .composite = composite});
}

Chain sums(float factor, float bias = 0) { return {{rowOfPicture(), sumOfFirstChannel(factor, bias)}}; }

} // namespace

TEST_CASE("LRP equals PyTorch's in float64 with every composite, and is next to it in float32")
{
    const auto network = narrowNetwork();
    const auto float32 = narrowNetwork(Precision::Float32);
    for (const nlohmann::json &one : expectedJson("lrp")) {
        INFO(one["name"].get<std::string>());
        const Photo photo = foodPhoto(one["photo"]);
        checkIsAs(runAll(*network, photo, optionsOf(one)), one, 1e-9);
        checkIsAs(runAll(*float32, photo, optionsOf(one)), one, one["composite"] == "epsilon" ? 1e-3 : 1e-4);
    }
}

TEST_CASE("LRP of a TorchScript network is the checkpoint's")
{
    const nlohmann::json one = expectedJson("lrp")[0];
    for (const char *file : {"torchscript/narrow-scripted.pt", "torchscript/narrow-traced.pt"}) {
        INFO(file);
        const auto network = openNetwork(testFile(file), {testDevice(), Precision::Float64});
        checkIsAs(runAll(*network, foodPhoto(one["photo"]), optionsOf(one)), one, 1e-9);
    }
}

/// Strides, groups, dilation, overlapping pools, averages, negative inputs of a convolution, a gray and
/// normalised input of odd size.
TEST_CASE("LRP equals PyTorch's on a chain unlike the notebook's")
{
    InputDescription input;
    input.size = {37, 45};
    const nlohmann::json cases = expectedJson("chained");
    const Photo photo = loadPhoto({testFile("food/training/0_0.jpg"), 0}, input);
    input.channels = InputDescription::Channels::Gray;
    input.mean = {0.45};
    input.deviation = {0.25};
    for (const char *file : {"torchscript/chained-scripted.pt", "torchscript/chained-traced.pt"}) {
        const auto network = openNetwork(testFile(file), {testDevice(), Precision::Float64, input});
        for (const nlohmann::json &one : cases) {
            INFO(file << ": " << one["name"].get<std::string>());
            if (one.contains("composite"))
                checkIsAs(runAll(*network, photo, optionsOf(one)), one, 1e-9);
        }
    }
}

TEST_CASE("LRP's values are those of the picture's own channels where the network takes blue first")
{
    InputDescription input;
    input.channels = InputDescription::Channels::BGR;
    const auto network = openNetwork(testFile("narrow.pth"), {testDevice(), Precision::Float64, input});
    Photo photo = foodPhoto("training/3_10");
    const Attribution expected = runAll(*narrowNetwork(), photo, {});
    for (std::size_t i = 0; i < photo.input.pixels.size(); i += 3)
        std::swap(photo.input.pixels[i], photo.input.pixels[i + 2]);
    const Attribution found = runAll(*network, photo, {});
    const std::size_t plane = expected.map.values.size() / 3;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const auto begin = expected.map.values.begin() + std::ptrdiff_t(plane * channel);
        const auto turned = found.map.values.begin() + std::ptrdiff_t(plane * (2 - channel));
        CHECK(std::equal(begin, begin + std::ptrdiff_t(plane), turned));
    }
}

TEST_CASE("a linear layer divides its logit by what each value adds, and its bias keeps a part")
{
    // The logit is 4·0.5 + 1 = 3, and each of the four white pixels adds 0.5: 0.5·(3/3).
    for (const LrpComposite composite :
        {LrpComposite::EpsilonPlus, LrpComposite::EpsilonGammaBox, LrpComposite::Epsilon}) {
        const Attribution found = run(sums(0.5, 1), blackAndWhite(1), composite);
        CHECK(
            largestDifference(sampled({1, 2, 4, {found.map.values.begin(), found.map.values.begin() + 8}}, 1),
                {0, 0, 0.5, 0.5, 0, 0, 0.5, 0.5})
            < 1e-6);
        CHECK(largest({found.map.values.begin() + 8, found.map.values.end()}) == 0);
        CHECK(found.completeness->sum == Approx(2));
        CHECK(found.completeness->difference == Approx(3));
        CHECK(found.target == 1);
    }
    // Flat divides it among all 24 values.
    const Attribution flat = run(sums(0.5, 1), blackAndWhite(1), LrpComposite::EpsilonPlusFlat);
    for (const double value : flat.map.values)
        CHECK(value == Approx(3 / 24.0));
}

TEST_CASE("LRP says where nothing reaches the picture, and that the label is unknown")
{
    CHECK(run(sums(0, 1), blackAndWhite(1), LrpComposite::Epsilon).notes == Notes{Note::DeadLogit});
    CHECK(run(sums(1), blackAndWhite(), LrpComposite::Epsilon).notes == Notes{Note::LabelUnknown});
}

TEST_CASE("NaN never leaves LRP")
{
    const auto error = errorOf([] { run(sums(std::nanf("")), blackAndWhite(1), LrpComposite::Epsilon); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::NotFinite);
    CHECK(error->phrase()->kind == Phrase::Logits);
}

TEST_CASE("LRP refuses classes that are not there, and networks that are no chain")
{
    const auto network = narrowNetwork();
    for (const int label : {11, -1}) {
        const auto error = errorOf([&] {
            explain(*network, blackAndWhite(), LrpOptions{{Target::Kind::Class, label}});
        });
        CHECK((error && error->kind() == ErrorKind::ClassOutOfRange));
    }
    const auto residual = openNetwork(testFile("torchscript/residual-scripted.pt"));
    const auto explanation =
        explain(*residual, foodPhoto("training/3_10"), LrpOptions{{Target::Kind::Predicted}});
    const auto error = errorOf([&] { explanation->step(); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::NoRuleFor);
    CHECK(error->values() == std::vector<std::string>{"layer1.0", "Block"});
}
