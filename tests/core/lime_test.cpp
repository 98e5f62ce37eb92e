#include "tests/core/toynetwork.h"

#include "core/methods/lime.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

#include <random>

using namespace convscope;
using namespace convscope::test;

namespace {

SuperpixelWeights runAll(const Network &network, const Photo &photo, const LimeOptions &options)
{
    LimeRun run(network, photo, options);
    while (run.step()) { }
    CHECK(run.progress().done == options.samples);
    return run.result();
}

std::vector<double> slopeOf(const ClassWeights &surrogate)
{
    std::vector<double> slope(surrogate.weights.size());
    for (const SegmentWeight &entry : surrogate.weights)
        slope[std::size_t(entry.segment)] = entry.weight;
    return slope;
}

std::vector<double> errorsOf(const ClassWeights &surrogate)
{
    std::vector<double> errors(surrogate.weights.size());
    for (const SegmentWeight &entry : surrogate.weights)
        errors[std::size_t(entry.segment)] = entry.error.value();
    return errors;
}

/// All classes against tests/reference/views.py: weights within 1e-9 of the largest, and the same mask.
void checkAgainst(const std::string &name, const SuperpixelWeights &found)
{
    const nlohmann::json expected = expectedJson("lime-" + name);
    const std::vector<double> errors = expectedArray("lime-" + name + "-errors").values;
    REQUIRE(found.classes.size() == expected["classes"].size());
    for (const nlohmann::json &one : expected["classes"]) {
        const ClassWeights &surrogate = found.classes[one["label"].get<std::size_t>()];
        INFO(name << " class " << surrogate.label);
        CHECK(surrogate.label == one["label"].get<int>());
        const auto slope = one["slope"].get<std::vector<double>>();
        const double unit = 1e-9 * largest(slope);
        CHECK(largestDifference(slopeOf(surrogate), slope) < unit);
        const auto ofClass = errors.begin() + surrogate.label * std::ptrdiff_t(slope.size());
        CHECK(
            largestDifference(errorsOf(surrogate), {ofClass, ofClass + std::ptrdiff_t(slope.size())}) < unit);
        CHECK(std::abs(surrogate.model->intercept - one["intercept"].get<double>())
            < double(slope.size()) * unit);
        CHECK(std::abs(surrogate.model->localPrediction - one["local_prediction"].get<double>())
            < double(slope.size()) * unit);
        CHECK(std::abs(surrogate.model->r2 - one["r2"].get<double>()) < 1e-9);
        CHECK(std::is_sorted(surrogate.weights.begin(), surrogate.weights.end(),
            [](const SegmentWeight &a, const SegmentWeight &b) {
                return std::abs(a.weight) > std::abs(b.weight);
            }));
    }
    const ClassWeights &predicted = found.classes[expected["predicted"].get<std::size_t>()];
    const auto mask = markedPixels(found.segments, predicted, {11, 0.05});
    CHECK((mask == expectedArray("lime-" + name + "-mask").as<std::int8_t>()));
}

/// 4×2 pixels, none like its neighbours, so that hiding any of them changes the picture.
Photo speckled()
{
    Photo photo = blackAndWhite(0);
    std::mt19937 random(3);
    for (std::uint8_t &value : photo.input.pixels)
        value = std::uint8_t(random());
    return photo;
}

} // namespace

TEST_CASE("LIME equals the reference in float64, from photo to photo on one stream")
{
    const auto network = narrowNetwork();
    const Photo photo = foodPhoto("training/3_10");
    const SuperpixelWeights first = runAll(*network, photo, {});
    checkAgainst("first", first);
    CHECK(first.target == 3);
    CHECK(first.samples == 1000);
    CHECK(first.notes.empty());
    // One 32-bit output a superpixel and sample, and 681 for the seed that goes unused: not drawn again
    CHECK(first.streamEnd == 1 + 1000u * std::uint64_t(first.segments.count));
    const auto mask = markedPixels(first.segments, first.classes[3], {11, 0.05});
    CHECK((
        notebookPicture(photo.input, mask).pixels == expectedArray("lime-first-picture").as<std::uint8_t>()));

    LimeOptions further;
    further.samples = 300;
    further.streamOffset = first.streamEnd;
    checkAgainst("second", runAll(*network, foodPhoto("validation/5_0"), further));
}

TEST_CASE(
    "LIME equals the reference in float64 with other settings: more superpixels than samples, probabilities")
{
    const auto network = narrowNetwork();
    LimeOptions options;
    options.seed = 2024;
    options.samples = 40;
    options.score = Score::Probabilities;
    options.slic = {150, 3, 0.5};
    checkAgainst("other", runAll(*network, foodPhoto("training/0_0"), options));
}

TEST_CASE("LIME stopped early is fitted to the samples so far")
{
    const auto network = narrowNetwork();
    const Photo photo = foodPhoto("training/3_10");
    LimeOptions options;
    options.samples = 1000;
    LimeRun run(*network, photo, options);
    while (run.progress().done < 60)
        REQUIRE(run.step());
    options.samples = run.progress().done;
    REQUIRE(options.samples < 1000);
    const SuperpixelWeights all = runAll(*network, photo, options);
    const SuperpixelWeights part = run.result();
    CHECK(part.samples == options.samples);
    CHECK(part.notes == Notes{Note::StoppedEarly});
    for (std::size_t label = 0; label < all.classes.size(); ++label)
        CHECK(slopeOf(part.classes[label]) == slopeOf(all.classes[label]));
    // The next photo starts where the whole matrix would have ended.
    CHECK(part.streamEnd == 1 + 1000u * std::uint64_t(part.segments.count));
}

TEST_CASE("a photo of one superpixel cannot be compared, which is noted")
{
    const ToyNetwork network([](const at::Tensor &x) { return x.sum({2, 3}); });
    LimeOptions options;
    options.samples = 20;
    options.slic.segments = 1;
    const SuperpixelWeights found = runAll(network, blackAndWhite(), options);
    CHECK(found.segments.count == 1);
    CHECK(found.notes == Notes{Note::FewSegments, Note::LabelUnknown});
    CHECK(std::isfinite(found.classes[0].model->r2));
}

TEST_CASE("an unknown label falls back to the class predicted for the photo itself")
{
    // Class 2 wins on the photo (its blue channel is doubled), whatever is hidden.
    const ToyNetwork network([](const at::Tensor &x) {
        return x.sum({2, 3}) * at::tensor({1.0f, 1.0f, 2.0f});
    });
    LimeOptions options;
    options.samples = 4;
    CHECK(runAll(network, blackAndWhite(3), options).target == 2);
    CHECK(runAll(network, blackAndWhite(1), options).target == 1);
}

TEST_CASE("memory that runs out halves the batch instead of ending LIME")
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
    LimeOptions options;
    options.samples = 25;
    const SuperpixelWeights found = runAll(network, blackAndWhite(1), options);
    CHECK(refused > 0);
    CHECK(largestBatch > 1);
    CHECK(found.samples == 25);
    CHECK(found.notes.empty());
}

TEST_CASE("NaN never leaves LIME")
{
    const ToyNetwork network([](const at::Tensor &x) { return x.sum({2, 3}) * std::nan(""); });
    const auto error = errorOf([&] { LimeRun(network, blackAndWhite(1), {}).step(); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::NotFinite);
}

TEST_CASE("a mask takes the largest weights, then drops the small ones")
{
    const Segmentation segments{5, 1, 5, {0, 1, 2, 3, 4}};
    const ClassWeights weights{0, {}, {{3, -0.9}, {1, 0.5}, {0, 0.05}, {4, -0.04}, {2, 0}}};
    using Mask = std::vector<std::int8_t>;
    CHECK(markedPixels(segments, weights, {11, 0.05})
        == Mask{1, 1, 0, -1, 0}); // equal to the least weight stays
    CHECK(markedPixels(segments, weights, {2, 0.05}) == Mask{0, 1, 0, -1, 0});
    CHECK(markedPixels(segments, weights, {11, 0}) == Mask{1, 1, 1, -1, -1}); // weight 0 counts as positive
    CHECK(markedPixels(segments, weights, {0, 0}) == Mask{0, 0, 0, 0, 0});
}

TEST_CASE("the LIME picture marks with the brightest value of the photo")
{
    const Image image{3, 1, {10, 20, 30, 40, 50, 60, 70, 80, 90}};
    CHECK(notebookPicture(image, {1, -1, 0}).pixels
        == std::vector<std::uint8_t>{10, 90, 30, 90, 50, 60, 70, 80, 90});
}

TEST_CASE("LIME that stops when stable gives what a run of as many samples gives, however many share a pass")
{
    // Hiding a superpixel in its mean colour takes its variance from the sum of squares, whatever else is
    // hidden: the score is exactly linear, the errors are next to nothing, and the third estimate is the
    // second that agrees with the one before it.
    const auto linear = [](const at::Tensor &x) { return x.square().sum({2, 3}); };
    LimeOptions options;
    options.slic = {2, 100, 0};
    options.stopWhenStable = true;
    const auto stoppedRun = [&](const Network &network) {
        LimeRun run(network, speckled(), options);
        while (run.step()) { }
        return run.result();
    };
    const SuperpixelWeights stopped = stoppedRun(ToyNetwork(linear));
    const std::vector<std::int8_t> signs =
        markedSigns(stopped.classes[0], stopped.segments.count, {11, 0.05});
    REQUIRE(std::count(signs.begin(), signs.end(), std::int8_t(1)) > 0);
    CHECK(stopped.samples == 300);
    CHECK(stopped.notes == Notes{Note::StoppedWhenStable});
    const SuperpixelWeights inSevens = stoppedRun(ToyNetwork([&](const at::Tensor &x) {
        if (x.size(0) > 7)
            throw Error(ErrorKind::OutOfMemory);
        return linear(x);
    }));
    CHECK(inSevens.samples == stopped.samples);
    CHECK(slopeOf(inSevens.classes[0]) == slopeOf(stopped.classes[0]));

    options.stopWhenStable = false;
    options.samples = stopped.samples;
    const SuperpixelWeights asked = runAll(ToyNetwork(linear), speckled(), options);
    CHECK(slopeOf(asked.classes[0]) == slopeOf(stopped.classes[0]));
    CHECK(errorsOf(asked.classes[0]) == errorsOf(stopped.classes[0]));
    // The next photo's numbers are those after a whole run.
    CHECK(stopped.streamEnd == 1 + 1000u * std::uint64_t(stopped.segments.count));
}

TEST_CASE("LIME that never settles takes all samples, without a note")
{
    std::mt19937 random(1);
    const ToyNetwork network([&random](const at::Tensor &x) { // scores that are nothing but chance
        std::vector<float> scores(std::size_t(3 * x.size(0)));
        std::generate(scores.begin(), scores.end(), [&random] { return float(random() % 1000) / 1000; });
        return at::tensor(scores).reshape({-1, 3});
    });
    LimeOptions options;
    options.stopWhenStable = true;
    options.samples = 450; // no look falls on it
    options.slic = {2, 100, 0};
    options.minWeight = 1e-3;
    const SuperpixelWeights found = runAll(network, speckled(), options);
    CHECK(found.samples == 450);
    CHECK(found.notes.empty());
}
