#include "tests/core/toynetwork.h"

#include "core/explain/methods.h"
#include "core/explain/readoptions.h"
#include "core/methods/occlusion.h"
#include "core/network/prediction.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

Attribution runAll(const Network &network, const Photo &photo, const OcclusionOptions &options)
{
    OcclusionRun run(network, photo, options);
    while (run.step()) { }
    CHECK(run.progress().done == run.progress().total);
    return run.result();
}

OcclusionOptions ofClass(int label, int window, int stride)
{
    return {.target = {Target::Kind::Class, label}, .window = window, .stride = stride};
}

/// The logit of each class is the sum of one channel.
ToyNetwork sums()
{
    return ToyNetwork([](const at::Tensor &x) { return x.sum({2, 3}); });
}

} // namespace

TEST_CASE("an occlusion's parameters are written and read by name")
{
    CHECK(toJson(OcclusionOptions{})
        == R"({"fill":"black","map":"as-is","seed":16,"stride":8,"target":"true","window":16})");
    const MethodOptions question = OcclusionOptions{{}, 30, 20, BaselinePicture::Blurred, 4};
    CHECK(fromJson("occlusion", toJson(question)).options == question);
    for (const char *bad : {R"({"window": 0})", R"({"stride": 0})", R"({"fill": "red"})"}) {
        INFO(bad);
        const auto error = errorOf([&] { fromJson("occlusion", bad); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::InvalidOption);
    }
}

TEST_CASE("occlusion equals PyTorch's in float64, over the edge, with gaps, and with every fill")
{
    const auto network = narrowNetwork();
    for (const nlohmann::json &one : expectedJson("occlusion")) {
        const std::string name = one["name"];
        INFO(name);
        OcclusionOptions options = ofClass(one["class"], one["window"], one["stride"]);
        options.fill = fromWord<BaselinePicture>(one["fill"].get<std::string>()).value();
        options.seed = one["seed"].get<std::uint32_t>();
        const Photo photo = foodPhoto(one["photo"]);
        CHECK(OcclusionRun(*network, photo, options).progress().total == one["windows"].get<int>());
        const Attribution found = runAll(*network, photo, options);
        CHECK(found.map.channels == 1);
        CHECK(found.map.height == 128);
        CHECK(largestDifference(sampled(found.map, 5), expectedArray("occlusion-" + name).values)
            < 1e-9 * one["largest"].get<double>());
        CHECK(largest(found.map.values) == Approx(one["largest"].get<double>()).epsilon(1e-9));
        CHECK(found.meaning == Meaning::Evidence);
        CHECK(found.target == one["class"].get<int>());
        CHECK(found.notes.empty());
    }
}

TEST_CASE("occlusion in float32, and of TorchScript, is next to that of the checkpoint in float64")
{
    const std::vector<double> expected = expectedArray("occlusion-over-edge").values;
    OcclusionOptions options = ofClass(3, 30, 20);
    options.fill = BaselinePicture::Mean;
    const auto difference = [&](const Network &network) {
        const Map map = runAll(network, foodPhoto("training/3_10"), options).map;
        return largestDifference(sampled(map, 5), expected) / largest(expected);
    };
    CHECK(difference(*narrowNetwork(Precision::Float32)) < 1e-4);
    for (const char *file : {"torchscript/narrow-scripted.pt", "torchscript/narrow-traced.pt"})
        CHECK(difference(*openNetwork(testFile(file), {testDevice(), Precision::Float64})) < 1e-9);
}

TEST_CASE("occlusion of a TorchScript network that takes four pictures is that of one window at a time")
{
    const auto network =
        openNetwork(testFile("torchscript/batch-of-four-traced.pt"), {testDevice(), Precision::Float64});
    Photo photo = foodPhoto("training/3_10");
    const double whole = predict(*network, photo.input).logits[1];
    const Map found = runAll(*network, photo, ofClass(1, 64, 64)).map;
    for (const int top : {0, 64}) {
        for (const int left : {0, 64}) {
            Photo covered = photo;
            for (int y = top; y < top + 64; ++y)
                std::fill_n(covered.input.pixels.begin() + 3 * (128 * y + left), 3 * 64, std::uint8_t(0));
            const double fall = whole - predict(*network, covered.input).logits[1];
            CHECK(found.at(0, top, left) == Approx(fall).epsilon(1e-9).margin(1e-12));
            CHECK(found.at(0, top + 63, left + 63) == found.at(0, top, left));
            CHECK(std::abs(fall) > 1e-6);
        }
    }
}

TEST_CASE("a pixel's value is the mean over the windows that cover it")
{
    // 4×2 pixels, the right half white. Windows of 2×2 at columns 0, 1 and 2: filled with black they take 0,
    // 2 and 4 from the sum of the first channel.
    const Attribution found = runAll(sums(), blackAndWhite(1), ofClass(0, 2, 1));
    CHECK(found.map.values == std::vector<double>{0, 1, 3, 4, 0, 1, 3, 4});
    // With white they add 4, 2 and 0.
    OcclusionOptions white = ofClass(0, 2, 1);
    white.fill = BaselinePicture::White;
    CHECK(runAll(sums(), blackAndWhite(1), white).map.values
        == std::vector<double>{-4, -3, -1, 0, -4, -3, -1, 0});
}

TEST_CASE("windows may be larger than the picture, reach over its edge, or leave gaps")
{
    const auto values = [](int window, int stride) {
        return runAll(sums(), blackAndWhite(1), ofClass(0, window, stride)).map.values;
    };
    CHECK(values(9, 4) == std::vector<double>(8, 4.0));
    CHECK(values(3, 2) == std::vector<double>{2, 2, 3, 4, 2, 2, 3, 4}); // columns 0 to 2, and 2 and 3
    CHECK(values(1, 3) == std::vector<double>{0, 0, 0, 1, 0, 0, 0, 0});
    CHECK(values(1, 5) == std::vector<double>(8, 0.0)); // only the first pixel, which is black already
}

TEST_CASE("occlusion stopped in the middle has the mean over the windows done, a coarse grid first")
{
    // One window a step, as memory refuses more.
    const ToyNetwork network([](const at::Tensor &x) {
        if (x.size(0) > 1)
            throw Error(ErrorKind::OutOfMemory);
        return x.sum({2, 3});
    });
    const auto explanation = explain(network, blackAndWhite(1), ofClass(0, 1, 1));
    CHECK(explanation->progress().done == 0);
    CHECK(explanation->progress().total == 8);
    CHECK_FALSE(explanation->hasAnswer());
    std::vector<std::vector<double>> seen;
    while (explanation->step()) {
        if (explanation->hasAnswer() && explanation->progress().done > int(seen.size())) {
            const auto answer = std::get<Attribution>(explanation->answer());
            CHECK(answer.notes == Notes{Note::StoppedEarly});
            seen.push_back(answer.map.values);
        }
        CHECK_FALSE(explanation->snapshot()); // too little to show
    }
    REQUIRE(seen.size() == 7);
    CHECK(seen[0] == std::vector<double>{0, 0, 0, 0, 0, 0, 0, 0});
    CHECK(seen[1] == std::vector<double>{0, 0, 1, 0, 0, 0, 0, 0}); // column 2, then the gaps row by row
    CHECK(seen[2] == seen[1]);
    CHECK(seen[3] == std::vector<double>{0, 0, 1, 1, 0, 0, 0, 0});
    const auto last = std::get<Attribution>(explanation->answer());
    CHECK(last.map.values == std::vector<double>{0, 0, 1, 1, 0, 0, 1, 1});
    CHECK(last.notes.empty());
}

TEST_CASE("an occlusion so far is shown from 16 windows on, without the note that it was stopped")
{
    const auto network = narrowNetwork(Precision::Float32);
    const auto explanation = explain(*network, foodPhoto("training/3_10"), ofClass(3, 32, 16));
    while (explanation->progress().done < 16) {
        CHECK_FALSE(explanation->snapshot());
        REQUIRE(explanation->step());
    }
    const auto snapshot = explanation->snapshot();
    REQUIRE(snapshot);
    CHECK(notesOf(*snapshot).empty());
    CHECK(largest(std::get<Attribution>(*snapshot).map.values) > 0);
}

TEST_CASE("memory that runs out halves the windows that share a pass")
{
    int refused = 0;
    int largestBatch = 0;
    const ToyNetwork network([&](const at::Tensor &x) {
        if (x.size(0) > 3) {
            ++refused;
            throw Error(ErrorKind::OutOfMemory);
        }
        largestBatch = std::max(largestBatch, int(x.size(0)));
        return x.sum({2, 3});
    });
    CHECK(runAll(network, blackAndWhite(1), ofClass(0, 2, 1)).map.values
        == std::vector<double>{0, 1, 3, 4, 0, 1, 3, 4});
    CHECK(runAll(network, blackAndWhite(1), ofClass(0, 1, 1)).map.values
        == std::vector<double>{0, 0, 1, 1, 0, 0, 1, 1});
    CHECK(refused > 0);
    CHECK(largestBatch > 1);
    const ToyNetwork none([](const at::Tensor &) -> at::Tensor { throw Error(ErrorKind::OutOfMemory); });
    const auto error = errorOf([&] { runAll(none, blackAndWhite(1), ofClass(0, 1, 1)); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::OutOfMemory);
}

TEST_CASE("an occlusion's target may be the true or the predicted class, and its noise is the seed's")
{
    const ToyNetwork network([](const at::Tensor &x) {
        return x.sum({2, 3}) * at::tensor({1.0f, 2.0f, 3.0f});
    });
    OcclusionOptions options{.window = 1, .stride = 1};
    CHECK(largest(runAll(network, blackAndWhite(1), options).map.values) == 2);
    CHECK(runAll(network, blackAndWhite(), options).notes == Notes{Note::LabelUnknown});
    options.target.kind = Target::Kind::Predicted;
    CHECK(runAll(network, blackAndWhite(1), options).target == 2);
    options.fill = BaselinePicture::Noise;
    const Attribution first = runAll(network, blackAndWhite(1), options);
    CHECK(runAll(network, blackAndWhite(1), options).map.values == first.map.values);
    options.seed = 17;
    CHECK(runAll(network, blackAndWhite(1), options).map.values != first.map.values);
}

TEST_CASE("NaN never leaves an occlusion, and bad questions are refused")
{
    const auto kindOf = [](const Network &network, const OcclusionOptions &options) {
        const auto error = errorOf([&] {
            OcclusionRun run(network, blackAndWhite(1), options);
            while (run.step()) { }
        });
        return error ? error->kind() : ErrorKind::Internal;
    };
    // NaN from the first picture on, and only from those with a window filled.
    const ToyNetwork always([](const at::Tensor &x) { return x.sum({2, 3}) * std::nan(""); });
    const ToyNetwork onBlack([](const at::Tensor &x) { return (x.sum({2, 3}) - 3).sqrt(); });
    CHECK(kindOf(always, {}) == ErrorKind::NotFinite);
    CHECK(kindOf(onBlack, {}) == ErrorKind::NotFinite);
    CHECK(kindOf(sums(), ofClass(3, 16, 8)) == ErrorKind::ClassOutOfRange);
    CHECK(kindOf(sums(), ofClass(1, 0, 8)) == ErrorKind::InvalidOption);
    CHECK(kindOf(sums(), ofClass(1, 16, 0)) == ErrorKind::InvalidOption);
}
