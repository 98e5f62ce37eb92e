#include "tests/core/toynetwork.h"

#include "core/engine/fourierpicture.h"
#include "core/engine/picturemoves.h"
#include "core/engine/tensors.h"
#include "core/explain/methods.h"
#include "core/explain/readoptions.h"
#include "core/explain/request.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

std::unique_ptr<Network> demoNetwork(Precision precision)
{
    return openNetwork(std::filesystem::path(CONVSCOPE_DEMO) / "checkpoint.pth", {testDevice(), precision});
}

OptimisedImage runAll(const Network &network, const OptimiseOptions &options)
{
    OptimiseRun run(network, {}, options);
    while (run.step()) { }
    return run.result();
}

/// Those of a case of tests/reference/optimised.py.
OptimiseOptions optionsOf(nlohmann::json how)
{
    how.erase("network");
    const ReadOptions read = fromJson("optimise", how.dump());
    REQUIRE(read.unknown.empty());
    return std::get<OptimiseOptions>(read.options);
}

/// The picture of that number alone.
Map pictureOf(const OptimisedImage &answer, int number)
{
    const int width = answer.image.width / answer.columns();
    const int height = answer.image.height / answer.rows();
    Map picture{3, height, width, {}};
    for (int channel = 0; channel < 3; ++channel)
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                picture.values.push_back(answer.image.at(
                    channel, number / answer.columns() * height + y, number % answer.columns() * width + x));
    return picture;
}

/// Every 16th row and column of every picture.
std::vector<double> sampledPictures(const OptimisedImage &answer)
{
    std::vector<double> values;
    for (int number = 0; number < answer.pictures; ++number) {
        const std::vector<double> one = sampled(pictureOf(answer, number), 16);
        values.insert(values.end(), one.begin(), one.end());
    }
    return values;
}

/// From its lowest to its highest value, 0 to 1.
Map asShown(Map image)
{
    const Range range = rangeOf(image);
    for (double &value : image.values)
        value = (value - range.low) / (range.high - range.low);
    return image;
}

/// The mean of a filter's map over 16 moves that no run draws.
double responseToMoved(const Network &network, const Map &picture, int layer, int filter)
{
    const c10::NoGradGuard noGrad;
    NumpyRandom random(1000);
    const at::Tensor image = inputTensor(network, picture);
    double sum = 0;
    constexpr int moves = 16;
    for (int i = 0; i < moves; ++i)
        sum += network.activation(moved(image, drawnMove(random), network.info().input.size), layer, filter)
                   .mean()
                   .item<double>();
    return sum / moves;
}

} // namespace

TEST_CASE("optimised images equal PyTorch's in float64, step by step")
{
    const nlohmann::json runs = expectedJson("optimise-runs");
    const auto narrow = narrowNetwork();
    const auto demo = demoNetwork(Precision::Float64);
    for (const auto &[name, one] : runs.items()) {
        INFO(name);
        OptimiseOptions options = optionsOf(one["how"]);
        const Network &network = one["how"].contains("network") ? *demo : *narrow;
        OptimiseRun run(network, {}, options);
        run.step();
        CHECK(largestDifference(sampledPictures(run.result()), one["first"].get<std::vector<double>>())
            < 1e-10);
        while (run.step()) { }
        const OptimisedImage found = run.result();
        CHECK(largestDifference(sampledPictures(found), one["last"].get<std::vector<double>>()) < 1e-6);
        const auto objective = one["objective"].get<std::vector<double>>();
        CHECK(largestDifference(found.objective, objective) < 1e-6 * largest(objective));
        CHECK(found.notes.empty());
        CHECK(found.stepsAsked == options.iterations);
        CHECK(found.isLikePhoto);
        CHECK(found.pictures == options.pictures);
    }
}

// The plain way leaves [0, 1], by as much as there are steps, so that its pictures excite a filter as no
// photo can. They are compared as they are shown. In the layers before, which see a few pixels only, the
// plain way's contrasts are hard to beat in so few steps.
TEST_CASE("an optimised image raises deep filters more than the plain way's as it is shown, moved otherwise")
{
    const auto network = demoNetwork(Precision::Float32);
    constexpr int steps = 128;
    for (const Layer &layer : network->info().layers) {
        if (layer.kind != "Conv2d" || layer.index < 20)
            continue;
        INFO(layer.name);
        double plain = 0;
        double optimised = 0;
        for (const int filter : {0, 5}) {
            FeatureVisualisationRun run(*network, {}, {layer.index, filter, steps, 0.1, 0u});
            while (run.step()) { }
            plain += responseToMoved(*network, asShown(run.result().image), layer.index, filter);
            OptimiseOptions options{layer.index, filter};
            options.iterations = steps;
            optimised += responseToMoved(*network, runAll(*network, options).image, layer.index, filter);
        }
        CHECK(optimised >= plain);
    }
}

TEST_CASE("several optimised images differ, the more the weight of diversity")
{
    const auto network = demoNetwork(Precision::Float32);
    OptimiseOptions options{15, 3};
    options.iterations = 40;
    options.pictures = 5;
    const auto distance = [](const OptimisedImage &answer) {
        double sum = 0;
        for (int i = 1; i < answer.pictures; ++i) {
            const Map one = pictureOf(answer, i);
            const Map before = pictureOf(answer, i - 1);
            for (std::size_t at = 0; at < one.values.size(); ++at)
                sum += std::abs(one.values[at] - before.values[at]);
        }
        return sum;
    };
    const OptimisedImage several = runAll(*network, options);
    CHECK(several.columns() == 3);
    CHECK(several.rows() == 2);
    CHECK(several.image.width == 3 * 128);
    CHECK(several.image.height == 2 * 128);
    CHECK(several.image.at(1, 200, 300) == 1); // the sixth place is empty
    options.diversity = 0;
    CHECK(distance(several) > distance(runAll(*network, options)));
}

TEST_CASE("an optimised image is valid after each step, and the same each time")
{
    const auto network = narrowNetwork(Precision::Float32);
    OptimiseOptions options{16, 1};
    options.iterations = 3;
    OptimiseRun run(*network, {}, options);
    CHECK(run.result().notes == Notes{Note::StoppedEarly});
    CHECK(run.step());
    CHECK(run.progress().done == 1);
    CHECK(run.progress().total == 3);
    const OptimisedImage first = run.result();
    CHECK(first.objective.size() == 1);
    CHECK(first.notes == Notes{Note::StoppedEarly});
    CHECK(run.step());
    CHECK_FALSE(run.step());
    CHECK(run.result().notes.empty());
    CHECK(runAll(*network, options).image.values == run.result().image.values);
    const Range range = rangeOf(run.result().image);
    CHECK(range.low > 0);
    CHECK(range.high < 1);
}

TEST_CASE("an optimised image of what never responds ends early and says so")
{
    OptimiseOptions options;
    options.layer = 0;
    const ToyNetwork silent(
        [](const at::Tensor &x) {
            return (x * 0).sum({2, 3});
        },
        [](const at::Tensor &x) { return (x * 0).select(1, 0); });
    const OptimisedImage flat = runAll(silent, options);
    CHECK(flat.notes == Notes{Note::FlatObjective});
    CHECK(flat.objective.size() == 32);
    options.iterations = 5;
    CHECK(runAll(silent, options).notes == Notes{Note::FlatObjective});
    options.variation = 1; // moves the picture, but says nothing of the filter
    CHECK(runAll(silent, options).notes == Notes{Note::FlatObjective});
    options.aim = Aim::Class;
    CHECK(runAll(silent, options).notes == Notes{Note::FlatObjective});
    const ToyNetwork cut({}, [](const at::Tensor &x) { return x.select(1, 0).detach(); });
    options = {};
    options.layer = 0;
    const OptimisedImage untouched = runAll(cut, options);
    CHECK(untouched.notes == Notes{Note::GradientCut});
    CHECK(untouched.objective.size() == 1);
}

TEST_CASE("NaN never leaves an optimised image")
{
    const ToyNetwork network({}, [](const at::Tensor &x) { return x.select(1, 0) * NAN; });
    OptimiseOptions options;
    options.layer = 0;
    const auto error = errorOf([&] { runAll(network, options); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::NotFinite);
}

TEST_CASE("an optimised image refuses what it cannot be made for")
{
    const auto network = narrowNetwork();
    const auto refused = [&](auto change) {
        OptimiseOptions options{16, 1};
        change(options);
        const auto error = errorOf([&] { OptimiseRun(*network, {}, options); });
        return error ? error->kind() : ErrorKind::Internal;
    };
    CHECK(refused([](auto &asked) { asked.layer = 99; }) == ErrorKind::NoSuchLayer);
    CHECK(refused([](auto &asked) { asked.layer = int(27); }) == ErrorKind::LayerWithoutMaps);
    CHECK(refused([](auto &asked) { asked.filter = 99; }) == ErrorKind::FilterOutOfRange);
    CHECK(refused([](auto &asked) {
        asked.aim = Aim::Class;
        asked.label = 11;
    }) == ErrorKind::ClassOutOfRange);
    CHECK(refused([](auto &asked) {
        asked.aim = Aim::Direction;
        asked.secondFilter = 99;
    }) == ErrorKind::FilterOutOfRange);
    CHECK(refused([](auto &asked) { asked.aim = Aim::Direction; }) == ErrorKind::InvalidOption);
    CHECK(refused([](auto &asked) { asked.pictures = 10; }) == ErrorKind::InvalidOption);
    // What has no say may be anything.
    CHECK(refused([](auto &asked) {
        asked.layer = 99;
        asked.filter = 99;
        asked.secondFilter = 99;
        asked.aim = Aim::Class;
        asked.label = 10;
    }) == ErrorKind::Internal);
}

TEST_CASE("questions that differ in what has no say have one answer")
{
    const auto key = [](const char *photo, OptimiseOptions options) {
        return Request{"network", {photo, 1, 2}, MethodOptions(options)}.key();
    };
    OptimiseOptions ofFilter{3, 4};
    OptimiseOptions other = ofFilter;
    other.label = 7;
    other.secondFilter = 9;
    other.diversity = 5;
    CHECK(key("a.jpg", ofFilter) == key("b.jpg", other)); // nothing of the photo is seen
    other.filter = 5;
    CHECK(key("a.jpg", ofFilter) != key("a.jpg", other));
    OptimiseOptions ofClass{3, 4, Aim::Class};
    other = ofClass;
    other.layer = 8;
    CHECK(key("a.jpg", ofClass) == key("a.jpg", other));
    other.pictures = ofClass.pictures = 2; // told apart by the layer's maps
    CHECK(key("a.jpg", ofClass) != key("a.jpg", other));
    CHECK(noiseSeedOf(ofClass) == Seed(0));
    CHECK_FALSE(noiseSeedOf(FeatureVisualisationOptions{}));
}
