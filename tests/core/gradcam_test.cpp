#include "tests/core/toynetwork.h"

#include "core/explain/methods.h"
#include "core/image/resize.h"
#include "core/methods/gradcam.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

Attribution run(const Network &network, const Photo &photo, const GradCamOptions &options)
{
    GradCamRun run(network, photo, options);
    CHECK(run.progress().done == 0);
    CHECK_FALSE(run.step());
    CHECK(run.progress().done == run.progress().total);
    return run.result();
}

GradCamOptions ofClass(int label, int layer) { return {{Target::Kind::Class, label}, layer}; }

} // namespace

TEST_CASE("Grad-CAM equals PyTorch's in float64, raw and finished")
{
    const auto network = narrowNetwork();
    struct Case
    {
        const char *photo, *values;
        int layer, label, size;
    };
    const Case cases[] = {
        {"training/3_10", "gradcam-training-3_10-15-3", 15, 3,
            32}, // a batch norm, whose maps have both signs
        {"training/3_10", "gradcam-training-3_10-24-3", 24, 3, 8},
        {"validation/5_0", "gradcam-validation-5_0-20-5", 20, 5, 16},
    };
    for (const Case &one : cases) {
        INFO(one.values);
        const Attribution found = run(*network, foodPhoto(one.photo), ofClass(one.label, one.layer));
        const Array expected = expectedArray(one.values);
        CHECK(expected.shape == std::vector<int>{1, one.size, one.size});
        CHECK(found.map.height == one.size);
        CHECK(largestDifference(found.map.values, expected.values) < 1e-9 * largest(expected.values));
        const std::vector<double> finished = expectedArray(std::string(one.values) + "-finished").values;
        CHECK(largestDifference(sampled(finishedCam(found.map, 128, 128), 5), finished) < 1e-6);
        CHECK(found.meaning == Meaning::Relevance);
        CHECK(found.target == one.label);
        CHECK_FALSE(found.completeness);
        CHECK(found.notes.empty());
    }
}

TEST_CASE("Grad-CAM in float32 is next to that in float64")
{
    const auto network = narrowNetwork(Precision::Float32);
    const Attribution found = run(*network, foodPhoto("training/3_10"), ofClass(3, 24));
    const std::vector<double> expected = expectedArray("gradcam-training-3_10-24-3").values;
    CHECK(largestDifference(found.map.values, expected) < 1e-4 * largest(expected));
}

TEST_CASE("Grad-CAM of a TorchScript network is the checkpoint's")
{
    const auto checkpoint = narrowNetwork();
    for (const char *file : {"torchscript/narrow-scripted.pt", "torchscript/narrow-traced.pt"}) {
        INFO(file);
        const auto network = openNetwork(testFile(file), {testDevice(), Precision::Float64});
        const int layer = findLayer(network->info(), "cnn.24");
        const Photo photo = foodPhoto("training/3_10");
        const std::vector<double> found = run(*network, photo, ofClass(3, layer)).map.values;
        const std::vector<double> expected = run(*checkpoint, photo, ofClass(3, 24)).map.values;
        CHECK(largestDifference(found, expected) < 1e-9 * largest(expected));
    }
}

TEST_CASE("each channel counts by the mean of its gradient")
{
    // Channels red and 2·red of a photo whose right half is 1. The logit is 8·a of the first map's first
    // value and −3 times the sum of the second map: mean gradients 8/8 and −3.
    const TwoParts network(
        [](const at::Tensor &x) {
            return x.narrow(1, 0, 1) * at::tensor({1.0f, 2.0f}).view({1, 2, 1, 1});
        },
        [](const at::Tensor &maps) {
            return inEachClass(
                8 * maps.select(1, 0).select(1, 0).select(1, 0) - 3 * maps.select(1, 1).sum({1, 2}));
        });
    const Attribution found = run(network, blackAndWhite(1), ofClass(1, 0));
    CHECK(found.map.values == std::vector<double>{0, 0, -5, -5, 0, 0, -5, -5}); // 1·1 − 3·2
    CHECK(found.notes == Notes{Note::NothingFor});
}

TEST_CASE("a map with a value above 0 needs no note, and the target may be the true or the predicted class")
{
    const TwoParts network([](const at::Tensor &x) { return x.narrow(1, 0, 1); },
        [](const at::Tensor &maps) {
            return maps.sum({2, 3}) * at::tensor({1.0f, 2.0f, 3.0f});
        });
    CHECK(run(network, blackAndWhite(1), {{}, 0}).map.values == std::vector<double>{0, 0, 2, 2, 0, 0, 2, 2});
    CHECK(run(network, blackAndWhite(1), {{}, 0}).target == 1);
    CHECK(run(network, blackAndWhite(1), {{Target::Kind::Predicted}, 0}).target == 2);
    CHECK(run(network, blackAndWhite(1), {{}, 0}).notes.empty());
    const Attribution unknown = run(network, blackAndWhite(), {{}, 0});
    CHECK(unknown.target == 2);
    CHECK(unknown.notes == Notes{Note::LabelUnknown});
}

TEST_CASE("where no gradient reaches the layer, Grad-CAM's empty map says so")
{
    const auto identity = [](const at::Tensor &x) { return x.narrow(1, 0, 1) * 1; };
    const auto sum = [](const at::Tensor &maps) { return inEachClass(maps.sum({1, 2, 3})); };
    const TwoParts behind(identity, [&](const at::Tensor &maps) { return sum(maps.detach()); });
    const Attribution found = run(behind, blackAndWhite(1), {{}, 0});
    CHECK(found.map.values == std::vector<double>(8, 0.0));
    CHECK(found.notes == Notes{Note::GradientCut});
    for (const char *file : {"torchscript/no-grad-scripted.pt", "torchscript/detached-traced.pt"}) {
        INFO(file);
        const auto network = openNetwork(testFile(file), {testDevice(), Precision::Float32});
        const Attribution empty = run(*network, foodPhoto("training/0_0"), ofClass(1, 0));
        CHECK(largest(empty.map.values) == 0);
        CHECK(empty.notes == Notes{Note::GradientCut});
    }
    const TwoParts dead(identity, [&](const at::Tensor &maps) { return sum(maps * 0); });
    CHECK(run(dead, blackAndWhite(1), {{}, 0}).notes == Notes{Note::DeadLogit});
}

TEST_CASE("what computes without gradients before the layer does not matter to Grad-CAM")
{
    const TwoParts network([](const at::Tensor &x) { return x.narrow(1, 0, 1).detach(); },
        [](const at::Tensor &maps) {
            return inEachClass(maps.sum({1, 2, 3}));
        });
    const Attribution found = run(network, blackAndWhite(1), {{}, 0});
    CHECK(found.map.values == std::vector<double>{0, 0, 1, 1, 0, 0, 1, 1});
    CHECK(found.notes.empty());
}

TEST_CASE("a map with two sides is not empty where nothing speaks for the first class")
{
    const TwoParts network([](const at::Tensor &x) { return x.narrow(1, 0, 1); },
        [](const at::Tensor &maps) {
            return maps.sum({2, 3}) * at::tensor({1.0f, 2.0f, 3.0f});
        });
    Target target{Target::Kind::Class, 0};
    target.against = OtherClass{OtherClass::Kind::Class, 2};
    const Attribution found = run(network, blackAndWhite(1), {target, 0});
    CHECK(found.map.values == std::vector<double>{0, 0, -2, -2, 0, 0, -2, -2});
    CHECK(found.notes.empty());
}

TEST_CASE("NaN never leaves Grad-CAM")
{
    const auto wrong = [](const TwoParts &network) {
        const auto error = errorOf([&] { GradCamRun(network, blackAndWhite(1), {{}, 0}).step(); });
        return error && error->phrase() ? error->phrase()->kind : Phrase::NoReasonGiven;
    };
    const auto identity = [](const at::Tensor &x) { return x.narrow(1, 0, 1) * 1; };
    const auto sum = [](const at::Tensor &maps) { return inEachClass(maps.sum({1, 2, 3})); };
    CHECK(wrong({identity, [&](const at::Tensor &maps) { return sum(maps) / 0; }}) == Phrase::Logits);
    // Finite logits, infinite gradient: the slope of a square root at 0.
    CHECK(wrong({identity, [&](const at::Tensor &maps) { return sum(maps.sqrt()); }}) == Phrase::Gradient);
    // An infinite map that a sigmoid makes finite again.
    CHECK(wrong({[](const at::Tensor &x) { return x.narrow(1, 0, 1).log(); },
              [&](const at::Tensor &maps) { return sum(maps.sigmoid()); }})
        == Phrase::ActivationMap);
}

TEST_CASE("Grad-CAM refuses classes and layers that are not there, and layers without maps")
{
    const auto network = narrowNetwork();
    const auto kindOf = [&](const GradCamOptions &options) {
        const auto error = errorOf([&] { explain(*network, blackAndWhite(1), options); });
        return error ? error->kind() : ErrorKind::Internal;
    };
    CHECK(kindOf(ofClass(11, 24)) == ErrorKind::ClassOutOfRange);
    CHECK(kindOf(ofClass(-1, 24)) == ErrorKind::ClassOutOfRange);
    CHECK(kindOf(ofClass(3, 30)) == ErrorKind::NoSuchLayer);
    CHECK(kindOf(ofClass(3, 26)) == ErrorKind::LayerWithoutMaps); // the first linear one
    CHECK(kindOf(ofClass(3, -1)) == ErrorKind::InvalidOption);
}

TEST_CASE("a map brought to another size equals PyTorch's")
{
    const Array made = expectedArray("map");
    const Map map{made.shape[0], made.shape[1], made.shape[2], made.values};
    for (const auto &[height, width] :
        {std::pair(9, 13), std::pair(4, 5), std::pair(3, 11), std::pair(1, 1)}) {
        const std::string name = "map-" + std::to_string(height) + "x" + std::to_string(width);
        INFO(name);
        CHECK(largestDifference(interpolated(map, height, width).values, expectedArray(name).values) < 1e-14);
    }
    const Map second{1, 4, 5, {made.values.begin() + 20, made.values.end()}};
    CHECK(largestDifference(finishedCam(second, 7, 6).values, expectedArray("map-finished").values) < 1e-12);
    const double scale = expectedJson("map")["scale"];
    CHECK(signedScale(map) == Range{-scale, scale});
}

TEST_CASE("a map without anything above 0 is finished as an empty one")
{
    CHECK(finishedCam({1, 1, 2, {-1, -2}}, 2, 4).values == std::vector<double>(8, 0.0));
    // 3 of 0 … 3: cut to 0, 3; stretched to 0, 1; the second stretching has nothing left to do but the 1e-7.
    const std::vector<double> finished = finishedCam({1, 1, 2, {-5, 3}}, 1, 2).values;
    CHECK(finished[0] == 0);
    CHECK(finished[1] == Approx(1).epsilon(1e-6));
}

TEST_CASE("a signed map's scale ends where 98 % of the whole is reached")
{
    const auto scaleOf = [](int count, double value, double largestValue) {
        Map map{1, 1, count + 1, std::vector<double>(std::size_t(count), value)};
        map.values.insert(map.values.begin(), -largestValue);
        return signedScale(map);
    };
    CHECK(scaleOf(65, 1.5, 2.5) == Range{-2.5, 2.5}); // 97.5 of 100 are too few
    CHECK(scaleOf(56, 1.75, 2) == Range{-1.75, 1.75}); // 98 of 100
    CHECK(signedScale({1, 1, 3, {0, 0, 0}}) == Range{0, 0});
}

TEST_CASE("the scale of sizes ends at their 99th percentile")
{
    Map map{1, 1, 201, {}};
    for (int i = 0; i < 201; ++i)
        map.values.push_back(200 - i);
    CHECK(sizeScale(map) == Range{0, 198});
    CHECK(sizeScale({1, 1, 2, {0, 1}}) == Range{0, 0.99});
    map.values.assign(201, 0);
    CHECK(sizeScale(map) == Range{0, 0});
    map.values[7] = 3; // the one value that is not 0
    CHECK(sizeScale(map) == Range{0, 3});
    CHECK(sizesOf({1, 1, 2, {-2, 1}}).values == std::vector<double>{2, 1});
}

TEST_CASE("how much is cut from a scale can be chosen")
{
    const Map map{1, 1, 4, {1, -2, 3, -4}}; // sizes 1, 3, 6, 10 in a running sum
    CHECK(signedScale(map, 0.5) == Range{-3, 3});
    CHECK(signedScale(map, 0.75) == Range{-2, 2});
    CHECK(signedScale(map, 0) == Range{-4, 4});
    Map sizes{1, 1, 201, {}};
    for (int i = 0; i < 201; ++i)
        sizes.values.push_back(200 - i);
    CHECK(sizeScale(sizes, 0.05) == Range{0, 190});
    CHECK(sizeScale(sizes, 0) == Range{0, 200});
    CHECK(clippedScale({1, 1, 3, {-2, 0, 4}}, -2, 0.25) == Range{-2, 2}); // half way from 0 to 4
    CHECK(clippedScale({1, 1, 4, {-2, -2, -2, 4}}, -2, 0.5) == Range{-2, 4});
}
