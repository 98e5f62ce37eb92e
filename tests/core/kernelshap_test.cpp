#include "tests/core/toynetwork.h"

#include "core/methods/kernelshap.h"

#include "core/engine/shapleyfit.h"
#include "core/explain/methods.h"
#include "core/explain/readoptions.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

#include <random>

using namespace convscope;
using namespace convscope::test;

namespace {

SuperpixelWeights runAll(const Network &network, const Photo &photo, const KernelShapOptions &options)
{
    KernelShapRun run(network, photo, options);
    while (run.step()) { }
    CHECK(run.hasResult());
    return run.result();
}

std::vector<double> bySegment(const ClassWeights &weights)
{
    std::vector<double> values(weights.weights.size());
    for (const SegmentWeight &entry : weights.weights)
        values[std::size_t(entry.segment)] = entry.weight;
    return values;
}

std::vector<double> errorsOf(const ClassWeights &weights)
{
    std::vector<double> errors(weights.weights.size());
    for (const SegmentWeight &entry : weights.weights)
        errors[std::size_t(entry.segment)] = entry.error.value();
    return errors;
}

double sumOf(const ClassWeights &weights)
{
    double sum = 0;
    for (const SegmentWeight &entry : weights.weights)
        sum += entry.weight;
    return sum;
}

KernelShapOptions optionsOf(const nlohmann::json &one)
{
    KernelShapOptions options;
    options.seed = one["seed"].get<std::uint32_t>();
    options.samples = one["samples"];
    options.fill = fromWord<SuperpixelFill>(one["fill"].get<std::string>()).value();
    options.slic.segments = one["cut"].value("segments", 100);
    options.slic.compactness = one["cut"].value("compactness", 1.0);
    return options;
}

void checkClass(const ClassWeights &found, const nlohmann::json &expected)
{
    const auto values = expected["values"].get<std::vector<double>>();
    const double unit = 1e-9 * largest(values);
    const double whole = expected["whole"];
    const double hidden = expected["hidden"];
    CHECK(largestDifference(bySegment(found), values) < unit);
    CHECK(std::abs(sumOf(found) - (whole - hidden)) < 1e-10);
    REQUIRE(found.model);
    CHECK(found.model->intercept == Approx(hidden).epsilon(1e-9));
    CHECK(found.model->localPrediction == Approx(whole).epsilon(1e-9));
    CHECK(found.model->r2 == Approx(expected["r2"].get<double>()).epsilon(1e-9));
    if (const auto errors = expected["errors"].get<std::vector<double>>(); !errors.empty())
        CHECK(largestDifference(errorsOf(found), errors) < unit);
    else
        CHECK_FALSE(found.weights.front().error);
}

/// 12×12 pixels, none like its neighbours.
Photo speckled()
{
    Photo photo{{}, 0, {12, 12, std::vector<std::uint8_t>(3 * 12 * 12)}, {}};
    std::mt19937 random(3);
    for (std::uint8_t &value : photo.input.pixels)
        value = std::uint8_t(random());
    return photo;
}

} // namespace

TEST_CASE("KernelSHAP's parameters are written and read by name")
{
    KernelShapOptions options;
    options.samples = 300;
    options.stopWhenStable = true;
    options.fill = SuperpixelFill::Black;
    options.marking = {3, 0.2};
    const MethodOptions question = options;
    CHECK(fromJson("kernelshap", toJson(question)).options == question);
    for (const char *bad : {R"({"samples": 1})", R"({"fill": "gray"})", R"({"sigma": -1})"}) {
        INFO(bad);
        const auto error = errorOf([&] { fromJson("kernelshap", bad); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::InvalidOption);
    }
}

TEST_CASE("KernelSHAP equals the reference in float64; with all coalitions, Shapley's own formula")
{
    const auto network = narrowNetwork();
    for (const nlohmann::json &one : expectedJson("kernelshap")) {
        INFO(one["name"]);
        const SuperpixelWeights found = runAll(*network, foodPhoto(one["photo"]), optionsOf(one));
        CHECK(found.segments.count == one["count"].get<int>());
        CHECK(found.samples == one["shown"].get<int>());
        CHECK(found.samplesAsked == found.samples);
        CHECK(found.classes.size() == 11);
        CHECK(found.notes.empty());
        for (const auto &[label, expected] : one["classes"].items()) {
            INFO("class " << label);
            checkClass(found.classes.at(std::stoul(label)), expected);
        }
    }
}

TEST_CASE("KernelSHAP in float32 is next to that in float64")
{
    const Photo photo = foodPhoto("training/3_10");
    KernelShapOptions options;
    options.samples = 300;
    const auto single = bySegment(runAll(*narrowNetwork(Precision::Float32), photo, options).classes[3]);
    const auto twice = bySegment(runAll(*narrowNetwork(), photo, options).classes[3]);
    CHECK(largestDifference(single, twice) < 1e-3 * largest(twice));
}

TEST_CASE("a game that adds up is found exactly, from any coalitions that determine it")
{
    // Worth 2, −1, 5 and 0.5, and 3 for nothing.
    const std::vector<double> worth{2, -1, 5, 0.5};
    const double none = 3;
    const double all = 9.5;
    const std::vector<std::vector<std::uint8_t>> shown{
        {1, 0, 0, 0}, {0, 1, 0, 0}, {1, 0, 1, 0}, {0, 1, 1, 1}};
    std::vector<std::vector<double>> scores;
    std::vector<ScoredCoalition> coalitions;
    for (const auto &row : shown) {
        double score = none;
        for (std::size_t i = 0; i < row.size(); ++i)
            score += row[i] * worth[i];
        scores.push_back({score, 2 * score});
    }
    for (std::size_t i = 0; i < shown.size(); ++i)
        coalitions.push_back({shown[i], scores[i], {}, 0.1 * double(i + 1), true});
    const std::vector<double> ofAll{all, 2 * all};
    const std::vector<double> ofNone{none, 2 * none};
    const auto fits = fitShapley(coalitions, ofAll, ofNone);
    REQUIRE(fits.size() == 2);
    CHECK(largestDifference(fits[0].values, worth) < 1e-12);
    CHECK(fits[1].values[2] == Approx(10));
    CHECK(fits[0].r2 == Approx(1));
    CHECK(largest(fits[0].errors) < 1e-5);
    CHECK(fitShapley({}, ofAll, ofNone)[1].values == std::vector<double>{13});
}

TEST_CASE("KernelSHAP so far is shown once there are enough samples, and adds up")
{
    const auto network = narrowNetwork();
    KernelShapOptions options;
    const auto explanation = explain(*network, foodPhoto("training/3_10"), options);
    CHECK(explanation->progress().total == 1000);
    while (!explanation->hasAnswer()) {
        CHECK_FALSE(explanation->snapshot());
        REQUIRE(explanation->step());
    }
    const auto part = std::get<SuperpixelWeights>(explanation->answer());
    CHECK(part.samples == explanation->progress().done);
    CHECK(part.samples >= 4 * part.segments.count); // 2 are all of one superpixel, and 2 are random
    CHECK(part.samples < 5 * part.segments.count);
    CHECK(part.samplesAsked == 1000);
    CHECK(part.notes == Notes{Note::StoppedEarly});
    const ClassWeights &ofClass = part.ofTarget();
    CHECK(sumOf(ofClass) == Approx(ofClass.model->localPrediction - ofClass.model->intercept).epsilon(1e-10));
    CHECK(largest(errorsOf(ofClass)) > 0);
    CHECK(notesOf(*explanation->snapshot()).empty());
}

TEST_CASE("KernelSHAP that stops when stable ends at a look, however many samples share a pass")
{
    // Hiding takes its variance from the sum of squares, whatever else is hidden: the game adds up.
    const auto additive = [](const at::Tensor &x) { return x.square().sum({2, 3}); };
    KernelShapOptions options;
    options.slic = {16, 100, 0};
    options.stopWhenStable = true;
    const SuperpixelWeights stopped = runAll(ToyNetwork(additive), speckled(), options);
    const SuperpixelWeights inThrees = runAll(ToyNetwork([&](const at::Tensor &x) {
        if (x.size(0) > 3)
            throw Error(ErrorKind::OutOfMemory);
        return additive(x);
    }),
        speckled(), options);
    CHECK(inThrees.samples == stopped.samples);
    CHECK(bySegment(inThrees.classes[0]) == bySegment(stopped.classes[0]));
    CHECK(stopped.samples < stopped.samplesAsked);
    CHECK(stopped.notes == Notes{Note::StoppedWhenStable});
}

TEST_CASE("the values of one superpixel and of two need no samples at random")
{
    const ToyNetwork sums([](const at::Tensor &x) { return x.sum({2, 3}); });
    KernelShapOptions options;
    options.fill = SuperpixelFill::Black;
    options.slic.segments = 1;
    const SuperpixelWeights one = runAll(sums, blackAndWhite(), options);
    REQUIRE(one.segments.count == 1);
    CHECK(one.ofTarget().weights.front().weight == Approx(4));
    CHECK(one.samples == 0);
    CHECK(one.notes == Notes{Note::FewSegments, Note::LabelUnknown});
    options.slic = {2, 0.01, 0};
    const SuperpixelWeights more = runAll(sums, blackAndWhite(1), options);
    CHECK(more.segments.count > 1);
    CHECK(sumOf(more.ofTarget()) == Approx(4));
}

TEST_CASE("NaN never leaves KernelSHAP, and bad questions are refused")
{
    const auto kindOf = [](const Network &network, const KernelShapOptions &options) {
        const auto error = errorOf([&] {
            KernelShapRun run(network, blackAndWhite(1), options);
            while (run.step()) { }
        });
        return error ? error->kind() : ErrorKind::Internal;
    };
    const ToyNetwork always([](const at::Tensor &x) { return x.sum({2, 3}) * std::nan(""); });
    const ToyNetwork sums([](const at::Tensor &x) { return x.sum({2, 3}); });
    const ToyNetwork none([](const at::Tensor &) -> at::Tensor { throw Error(ErrorKind::OutOfMemory); });
    CHECK(kindOf(always, {}) == ErrorKind::NotFinite);
    CHECK(kindOf(none, {}) == ErrorKind::OutOfMemory);
    KernelShapOptions bad;
    bad.target = {Target::Kind::Class, 3};
    CHECK(kindOf(sums, bad) == ErrorKind::ClassOutOfRange);
    bad = {};
    bad.samples = 1;
    CHECK(kindOf(sums, bad) == ErrorKind::InvalidOption);
}
