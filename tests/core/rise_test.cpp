#include "tests/core/toynetwork.h"

#include "core/methods/rise.h"

#include "core/engine/randommasks.h"
#include "core/engine/tensors.h"
#include "core/explain/methods.h"
#include "core/explain/readoptions.h"
#include "core/network/prediction.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

Attribution runAll(const Network &network, const Photo &photo, const RiseOptions &options)
{
    RiseRun run(network, photo, options);
    while (run.step()) { }
    CHECK(run.progress().done == options.masks);
    return run.result();
}

RiseOptions ofClass(int label, int masks, int cells = 8)
{
    return {.target = {Target::Kind::Class, label}, .masks = masks, .cells = cells};
}

} // namespace

TEST_CASE("RISE's parameters are written and read by name")
{
    const MethodOptions question = RiseOptions{{Target::Kind::Predicted}, 20, 4, 0.25, true, 9};
    CHECK(fromJson("rise", toJson(question)).options == question);
    CHECK(stepsOf(question) == 20);
    for (const char *bad : {R"({"masks": 0})", R"({"cells": 1})", R"({"keep": 1})", R"({"keep": 0})"}) {
        INFO(bad);
        const auto error = errorOf([&] { fromJson("rise", bad); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::InvalidOption);
    }
}

TEST_CASE("random masks are stretched as scikit-image's, and may have more cells than pixels")
{
    struct Case
    {
        const char *name;
        int height, width, cells;
    };
    for (const Case &one : {Case{"rise-masks-20x33", 20, 33, 4}, Case{"rise-masks-5x30", 5, 30, 7}}) {
        INFO(one.name);
        RandomMasks masks({one.height, one.width, one.cells, 0.4, 3}, 11);
        std::vector<double> found;
        for (int i = 0; i < 3; ++i) {
            const Map mask = toMap(masks.next().unsqueeze(0));
            found.insert(found.end(), mask.values.begin(), mask.values.end());
        }
        CHECK(largestDifference(found, expectedArray(one.name).values) < 1e-14);
    }
}

TEST_CASE("RISE equals the reference in float64, divided by what is expected and by what was shown")
{
    const auto network = narrowNetwork();
    for (const nlohmann::json &one : expectedJson("rise")) {
        const std::string name = one["name"];
        INFO(name);
        RiseOptions options = ofClass(one["class"], one["masks"], one["cells"]);
        options.keep = one["keep"];
        options.normalise = one["normalise"];
        options.seed = one["seed"].get<std::uint32_t>();
        const Attribution found = runAll(*network, foodPhoto(one["photo"]), options);
        CHECK(found.map.channels == 1);
        const double unit = 1e-9 * one["largest"].get<double>();
        CHECK(largestDifference(sampled(found.map, 5), expectedArray("rise-" + name).values) < unit);
        CHECK(std::abs(rangeOf(found.map).high - one["largest"].get<double>()) < unit);
        CHECK(found.meaning == Meaning::Relevance);
        CHECK(found.notes.empty());
    }
}

TEST_CASE("RISE in float32 is next to that in float64")
{
    const Photo photo = foodPhoto("training/3_10");
    const auto single = runAll(*narrowNetwork(Precision::Float32), photo, ofClass(3, 40)).map.values;
    const auto twice = runAll(*narrowNetwork(), photo, ofClass(3, 40)).map.values;
    CHECK(largestDifference(single, twice) < 1e-4);
}

TEST_CASE("RISE so far is the mean over the masks done, which are the first of all")
{
    const auto network = narrowNetwork();
    const Photo photo = foodPhoto("training/3_10");
    const auto explanation = explain(*network, photo, ofClass(3, 200));
    while (explanation->progress().done < 50) {
        CHECK_FALSE(explanation->snapshot());
        REQUIRE(explanation->step());
    }
    const auto part = std::get<Attribution>(explanation->answer());
    CHECK(part.notes == Notes{Note::StoppedEarly});
    CHECK(notesOf(*explanation->snapshot()).empty());
    // By hand: the same masks, the mean over those done.
    RandomMasks masks({128, 128, 8, 0.5, 200}, 16);
    const at::Tensor picture = inputTensor(*network, photo.input);
    at::Tensor sum = at::zeros({128, 128}, at::kDouble);
    const int done = explanation->progress().done;
    for (int i = 0; i < done; ++i) {
        const at::Tensor mask = masks.next();
        sum +=
            at::softmax(network->logits(picture * mask.to(picture.device())), 1)[0][3].item<double>() * mask;
    }
    CHECK(largestDifference(part.map.values, toMap((sum / (0.5 * done)).unsqueeze(0)).values) < 1e-12);
}

TEST_CASE("RISE of a network with independent classes uses each one's own probability")
{
    ToyNetwork network([](const at::Tensor &x) { return at::zeros({x.size(0), 3}, x.options()); });
    network.setTask(Task::MultiLabel);
    RiseOptions options = ofClass(1, 30, 2);
    options.normalise = true;
    const Attribution found = runAll(network, blackAndWhite(1), options);
    CHECK(rangeOf(found.map).high == Approx(0.5).epsilon(1e-3)); // the same whatever is shown
    CHECK(rangeOf(found.map).low == Approx(0.5).epsilon(1e-3));
}

TEST_CASE("memory that runs out halves the masks that share a pass, and none is left out")
{
    int largestBatch = 0;
    const auto sums = [](const at::Tensor &x) { return x.sum({2, 3}) * at::tensor({1.0f, 0.0f, 0.0f}); };
    const ToyNetwork whole(sums);
    const ToyNetwork network([&](const at::Tensor &x) {
        if (x.size(0) > 3)
            throw Error(ErrorKind::OutOfMemory);
        largestBatch = std::max(largestBatch, int(x.size(0)));
        return sums(x);
    });
    const auto found = runAll(network, blackAndWhite(0), ofClass(0, 25, 2)).map.values;
    CHECK(largestBatch > 1);
    CHECK(largestDifference(found, runAll(whole, blackAndWhite(0), ofClass(0, 25, 2)).map.values) < 1e-6);
}

TEST_CASE("NaN never leaves RISE, and bad questions are refused")
{
    const auto kindOf = [](const Network &network, const RiseOptions &options) {
        const auto error = errorOf([&] {
            RiseRun run(network, blackAndWhite(1), options);
            while (run.step()) { }
        });
        return error ? error->kind() : ErrorKind::Internal;
    };
    const ToyNetwork always([](const at::Tensor &x) { return x.sum({2, 3}) * std::nan(""); });
    const ToyNetwork masked([](const at::Tensor &x) { return (x.sum({2, 3}) - 4).sqrt(); });
    const ToyNetwork sums([](const at::Tensor &x) { return x.sum({2, 3}); });
    CHECK(kindOf(always, {}) == ErrorKind::NotFinite);
    CHECK(kindOf(masked, {}) == ErrorKind::NotFinite);
    CHECK(kindOf(sums, ofClass(3, 10)) == ErrorKind::ClassOutOfRange);
    CHECK(kindOf(sums, ofClass(1, 0)) == ErrorKind::InvalidOption);
}
