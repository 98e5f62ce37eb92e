#include "tests/core/toynetwork.h"

#include "core/methods/ablation.h"

#include "core/explain/methods.h"
#include "core/explain/readoptions.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

SuperpixelWeights runAll(const Network &network, const Photo &photo, const AblationOptions &options)
{
    AblationRun run(network, photo, options);
    while (run.step()) { }
    CHECK(run.progress().done == run.progress().total);
    return run.result();
}

std::vector<double> bySegment(const ClassWeights &weights)
{
    std::vector<double> values(weights.weights.size());
    for (const SegmentWeight &entry : weights.weights)
        values[std::size_t(entry.segment)] = entry.weight;
    return values;
}

/// One superpixel or a few of blackAndWhite().
AblationOptions toyOptions()
{
    AblationOptions options;
    options.slic = {2, 0.01, 0};
    options.fill = SuperpixelFill::Black;
    return options;
}

} // namespace

TEST_CASE("an ablation's parameters are written and read by name")
{
    AblationOptions options{{Target::Kind::Class, 3}, {50, 2, 0.5}, SuperpixelFill::Blurred, {5, 0.1}};
    const MethodOptions question = options;
    CHECK(fromJson("ablation", toJson(question)).options == question);
    for (const char *bad : {R"({"segments": 0})", R"({"fill": "red"})", R"({"min-weight": -1})"}) {
        INFO(bad);
        const auto error = errorOf([&] { fromJson("ablation", bad); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::InvalidOption);
    }
}

TEST_CASE("ablation equals PyTorch's in float64, with every fill")
{
    const auto network = narrowNetwork();
    for (const nlohmann::json &one : expectedJson("ablation")) {
        INFO(one["name"]);
        AblationOptions options;
        options.fill = fromWord<SuperpixelFill>(one["fill"].get<std::string>()).value();
        options.slic.segments = one["cut"].value("segments", 100);
        options.slic.compactness = one["cut"].value("compactness", 1.0);
        options.slic.sigma = one["cut"].value("sigma", 1.0);
        const SuperpixelWeights found = runAll(*network, foodPhoto(one["photo"]), options);
        CHECK(found.segments.count == one["count"].get<int>());
        CHECK(found.classes.size() == 11);
        CHECK(found.notes.empty());
        CHECK(found.samplesAsked == 0);
        for (const auto &[label, values] : one["classes"].items()) {
            const auto expected = values.get<std::vector<double>>();
            const ClassWeights &ofClass = found.classes.at(std::stoul(label));
            CHECK(largestDifference(bySegment(ofClass), expected) < 1e-9 * largest(expected));
            CHECK(ofClass.label == std::stoi(label));
            CHECK_FALSE(ofClass.model);
            CHECK_FALSE(ofClass.weights.front().error);
        }
    }
}

TEST_CASE("ablation in float32 is next to that in float64")
{
    const Photo photo = foodPhoto("training/3_10");
    const auto single = bySegment(runAll(*narrowNetwork(Precision::Float32), photo, {}).classes[3]);
    const auto twice = bySegment(runAll(*narrowNetwork(), photo, {}).classes[3]);
    CHECK(largestDifference(single, twice) < 1e-4 * largest(twice));
}

TEST_CASE("an ablation so far has weights for the superpixels done, and may be stopped")
{
    // One picture a pass, as memory refuses more. Class 1 is worth the photo's sum.
    const ToyNetwork network([](const at::Tensor &x) {
        if (x.size(0) > 1)
            throw Error(ErrorKind::OutOfMemory);
        return x.sum({2, 3});
    });
    const auto explanation = explain(network, blackAndWhite(1), toyOptions());
    CHECK_FALSE(explanation->hasAnswer());
    std::size_t seen = 0;
    while (explanation->step()) {
        if (!explanation->hasAnswer())
            continue;
        const auto part = std::get<SuperpixelWeights>(explanation->answer());
        CHECK(part.notes == Notes{Note::StoppedEarly});
        CHECK(part.ofTarget().weights.size() == std::size_t(explanation->progress().done));
        CHECK(markedPixels(part).size() == 8); // whatever has no weight yet is not marked
        CHECK_FALSE(explanation->snapshot()); // too little to show
        ++seen;
    }
    const auto last = std::get<SuperpixelWeights>(explanation->answer());
    REQUIRE(last.segments.count > 1);
    CHECK(seen > 0);
    CHECK(last.ofTarget().weights.size() == std::size_t(last.segments.count));
    CHECK(last.notes.empty());
    double sum = 0;
    for (const SegmentWeight &entry : last.ofTarget().weights)
        sum += entry.weight;
    CHECK(sum == Approx(4)); // the score is additive: the white half
}

TEST_CASE("ablation of an odd network and of odd pictures")
{
    // Hiding anything changes nothing.
    const ToyNetwork constant([](const at::Tensor &x) { return at::ones({x.size(0), 3}, x.options()); });
    const SuperpixelWeights unchanged = runAll(constant, blackAndWhite(0), toyOptions());
    for (const SegmentWeight &entry : unchanged.ofTarget().weights)
        CHECK(entry.weight == 0);
    AblationOptions one = toyOptions();
    one.slic.segments = 1;
    const ToyNetwork sums([](const at::Tensor &x) { return x.sum({2, 3}); });
    const SuperpixelWeights found = runAll(sums, blackAndWhite(), one);
    CHECK(found.segments.count == 1);
    CHECK(found.ofTarget().weights.front().weight == Approx(4));
    CHECK(found.notes == Notes{Note::FewSegments, Note::LabelUnknown});
}

TEST_CASE("NaN never leaves an ablation, and bad questions are refused")
{
    const auto kindOf = [](const Network &network, const AblationOptions &options) {
        const auto error = errorOf([&] {
            AblationRun run(network, blackAndWhite(1), options);
            while (run.step()) { }
        });
        return error ? error->kind() : ErrorKind::Internal;
    };
    const ToyNetwork always([](const at::Tensor &x) { return x.sum({2, 3}) * std::nan(""); });
    const ToyNetwork onBlack([](const at::Tensor &x) { return (x.sum({2, 3}) - 4).sqrt(); });
    const ToyNetwork sums([](const at::Tensor &x) { return x.sum({2, 3}); });
    CHECK(kindOf(always, toyOptions()) == ErrorKind::NotFinite);
    CHECK(kindOf(onBlack, toyOptions()) == ErrorKind::NotFinite);
    AblationOptions bad = toyOptions();
    bad.target = {Target::Kind::Class, 3};
    CHECK(kindOf(sums, bad) == ErrorKind::ClassOutOfRange);
    bad = toyOptions();
    bad.slic.compactness = 0;
    CHECK(kindOf(sums, bad) == ErrorKind::InvalidOption);
}
