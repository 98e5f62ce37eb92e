#include "tests/core/toynetwork.h"

#include "core/engine/ridge.h"
#include "core/explain/methods.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

#include <numeric>

using namespace convscope;
using namespace convscope::test;

namespace {

Answer answerTo(const Network &network, const Photo &photo, MethodOptions options, const Target &target)
{
    *fieldOf<Target>(options) = target;
    const auto run = explain(network, photo, options);
    while (run->step()) { }
    return run->answer();
}

Attribution mapOf(const Network &network, const Photo &photo, MethodOptions options, const Target &target)
{
    return std::get<Attribution>(answerTo(network, photo, std::move(options), target));
}

SuperpixelWeights weightsOf(
    const Network &network, const Photo &photo, MethodOptions options, const Target &target)
{
    return std::get<SuperpixelWeights>(answerTo(network, photo, std::move(options), target));
}

Target ofClass(int label) { return {Target::Kind::Class, label}; }

Target against(int label, int other)
{
    Target target = ofClass(label);
    target.against = OtherClass{OtherClass::Kind::Class, other};
    return target;
}

std::vector<double> difference(const std::vector<double> &a, const std::vector<double> &b)
{
    std::vector<double> result(a);
    std::transform(a.begin(), a.end(), b.begin(), result.begin(), std::minus<>());
    return result;
}

/// One number a superpixel.
std::vector<double> bySegment(const ClassWeights &weights, const std::function<double(SegmentWeight)> &number)
{
    std::vector<double> values(weights.weights.size());
    for (const SegmentWeight &entry : weights.weights)
        values[std::size_t(entry.segment)] = number(entry);
    return values;
}

std::vector<double> weights(const ClassWeights &of)
{
    return bySegment(of, [](const SegmentWeight &entry) { return entry.weight; });
}

/// One part of an array of several.
std::vector<double> part(const Array &array, std::size_t index)
{
    const std::size_t size = array.values.size() / std::size_t(array.shape[0]);
    const auto first = array.values.begin() + std::ptrdiff_t(index * size);
    return {first, first + std::ptrdiff_t(size)};
}

/// The gradient of the score, not of a loss.
SaliencyOptions slope()
{
    return {.target = {}, .objective = Objective::Logit, .kind = SaliencyKind::Signed};
}

} // namespace

TEST_CASE("gradients of log odds, of the entropy and of a filter equal PyTorch's in float64")
{
    const auto network = narrowNetwork();
    const nlohmann::json facts = expectedJson("contrast");
    const Photo photo = foodPhoto(facts["photo"]);
    const Array expected = expectedArray("contrast-slopes");
    const int layer = facts["layer"];
    const int filter = facts["filter"];
    const Unit unit{facts["unit"][0], facts["unit"][1]};
    const Target targets[] = {against(facts["first"], facts["second"]), {Target::Kind::Entropy},
        {Target::Kind::Filter, filter, layer}, {Target::Kind::Filter, filter, layer, unit}};
    const Explained::Kind kinds[] = {Explained::Kind::Contrast, Explained::Kind::Entropy,
        Explained::Kind::Filter, Explained::Kind::Filter};
    for (std::size_t i = 0; i < std::size(targets); ++i) {
        INFO(toString(targets[i]));
        const Attribution found = mapOf(*network, photo, slope(), targets[i]);
        const std::vector<double> values = part(expected, i);
        CHECK(largestDifference(sampled(found.map, facts["step"]), values) < 1e-9 * largest(values));
        CHECK(found.target.kind == kinds[i]);
        CHECK(found.notes.empty());
        // The loss of what is no class is its negative, and a signed map shows what raises the score.
        SaliencyOptions loss = slope();
        loss.objective = Objective::Loss;
        CHECK(mapOf(*network, photo, loss, targets[i]).map.values == found.map.values);
    }
}

TEST_CASE("Grad-CAM of log odds and of the entropy equals PyTorch's in float64")
{
    const auto network = narrowNetwork();
    const nlohmann::json facts = expectedJson("contrast");
    const Photo photo = foodPhoto(facts["photo"]);
    const Array expected = expectedArray("contrast-gradcam");
    const GradCamOptions options{{}, LayerId(facts["layer"].get<int>())};
    const Attribution margin = mapOf(*network, photo, options, against(facts["first"], facts["second"]));
    const Attribution entropy = mapOf(*network, photo, options, {Target::Kind::Entropy});
    CHECK(largestDifference(margin.map.values, part(expected, 0)) < 1e-9 * largest(part(expected, 0)));
    CHECK(largestDifference(entropy.map.values, part(expected, 1)) < 1e-9 * largest(part(expected, 1)));
    // With two classes it has two sides.
    CHECK(margin.meaning == Meaning::Evidence);
    CHECK(entropy.meaning == Meaning::Relevance);
}

TEST_CASE("where a method is linear in the score, the map of log odds is the difference of two classes' maps")
{
    const auto network = narrowNetwork();
    const Photo photo = foodPhoto("training/3_10");
    IntegratedGradientsOptions integrated;
    integrated.gradients = 2;
    OcclusionOptions occlusion;
    occlusion.window = 64;
    occlusion.stride = 64;
    RiseOptions rise;
    rise.masks = 5;
    CamOptions cam;
    cam.layer = 24;
    cam.kind = CamKind::HiRes;
    SmoothGradOptions smooth;
    smooth.samples = 2;
    LrpOptions relevance;
    relevance.composite = LrpComposite::Epsilon;
    const MethodOptions methods[] = {slope(), InputXGradientOptions(), GradCamOptions{{}, 24}, cam, smooth,
        integrated, DeepLiftOptions(), relevance, occlusion, rise};
    for (const MethodOptions &method : methods) {
        INFO(methodName(method));
        const std::vector<double> first = mapOf(*network, photo, method, ofClass(3)).map.values;
        const std::vector<double> second = mapOf(*network, photo, method, ofClass(8)).map.values;
        const Attribution both = mapOf(*network, photo, method, against(3, 8));
        CHECK(largestDifference(both.map.values, difference(first, second))
            < 1e-10 * std::max(largest(first), largest(second)));
        CHECK(both.target.isContrast());
        CHECK((int(both.target) == 3 && both.target.other == 8));
    }
}

TEST_CASE("what is explained adds up: of log odds to their difference")
{
    const auto network = narrowNetwork();
    const nlohmann::json facts = expectedJson("contrast");
    const Photo photo = foodPhoto(facts["photo"]);
    LrpOptions relevance;
    relevance.composite = LrpComposite::Epsilon;
    const Target target = against(facts["first"], facts["second"]);
    CHECK(mapOf(*network, photo, relevance, target).completeness->difference
        == Approx(facts["margin"].get<double>()).epsilon(1e-12));
    const Completeness lift = *mapOf(*network, photo, DeepLiftOptions(), target).completeness;
    CHECK(std::abs(lift.error()) < 1e-10 * std::abs(lift.difference));
    // The entropy is no sum of logits.
    CHECK_FALSE(mapOf(*network, photo, relevance, {Target::Kind::Entropy}).completeness);
}

TEST_CASE("superpixels weigh log odds from the same passes, with errors of their own")
{
    const auto network = narrowNetwork();
    const Photo photo = foodPhoto("training/3_10");
    LimeOptions lime;
    lime.samples = 60;
    lime.slic.segments = 15;
    const SuperpixelWeights classes = weightsOf(*network, photo, lime, ofClass(3));
    CHECK_FALSE(classes.other);
    const SuperpixelWeights both = weightsOf(*network, photo, lime, against(3, 8));
    REQUIRE(both.other);
    REQUIRE(both.classes.size() == classes.classes.size());
    CHECK(weights(both.classes[3]) == weights(classes.classes[3]));
    const std::vector<double> expected = difference(weights(classes.classes[3]), weights(classes.classes[8]));
    CHECK(largestDifference(weights(*both.other), expected) < 1e-10 * largest(expected));
    CHECK(&both.ofTarget() == &*both.other);

    // The classes move together, so the error of the difference is neither the sum nor the difference.
    const auto errors = [](const ClassWeights &of) {
        return bySegment(of, [](const SegmentWeight &entry) { return entry.error.value(); });
    };
    const std::vector<double> first = errors(classes.classes[3]);
    const std::vector<double> second = errors(classes.classes[8]);
    const std::vector<double> own = errors(*both.other);
    for (std::size_t i = 0; i < own.size(); ++i) {
        CHECK(own[i] <= (first[i] + second[i]) * (1 + 1e-9));
        CHECK(own[i] >= std::abs(first[i] - second[i]) * (1 - 1e-9));
    }

    KernelShapOptions shap;
    shap.samples = 40;
    shap.slic.segments = 8;
    AblationOptions ablation;
    ablation.slic.segments = 15;
    for (const MethodOptions &method : {MethodOptions(ablation), MethodOptions(shap)}) {
        INFO(methodName(method));
        const SuperpixelWeights one = weightsOf(*network, photo, method, ofClass(3));
        const SuperpixelWeights two = weightsOf(*network, photo, method, against(3, 8));
        const std::vector<double> wanted = difference(weights(one.classes[3]), weights(one.classes[8]));
        REQUIRE(two.other);
        CHECK(largestDifference(weights(*two.other), wanted) < 1e-10 * largest(wanted));
    }
}

TEST_CASE("superpixels weigh the entropy of the probabilities")
{
    const auto network = narrowNetwork();
    const nlohmann::json facts = expectedJson("contrast");
    const Photo photo = foodPhoto(facts["photo"]);
    const SuperpixelWeights ablation = weightsOf(*network, photo, AblationOptions(), {Target::Kind::Entropy});
    REQUIRE(ablation.other);
    CHECK(ablation.target.kind == Explained::Kind::Entropy);
    // KernelSHAP's values add up from what the hidden photo gives to the photo's entropy.
    KernelShapOptions shap;
    shap.samples = 40;
    shap.slic.segments = 8;
    const SuperpixelWeights values = weightsOf(*network, photo, shap, {Target::Kind::Entropy});
    REQUIRE(values.other);
    CHECK(values.target.kind == Explained::Kind::Entropy);
    const std::vector<double> parts = weights(*values.other);
    const double sum = std::accumulate(parts.begin(), parts.end(), values.other->model->intercept);
    CHECK(sum == Approx(facts["entropy"].get<double>()).epsilon(1e-9));
}

TEST_CASE("the entropy of two halves of a photo, by hand")
{
    // The logits are 0 and the sum of a photo whose right half is 1, in two of three classes that matter.
    const ToyNetwork network([](const at::Tensor &x) {
        const at::Tensor sum = x.narrow(1, 0, 1).sum({1, 2, 3});
        return at::stack({sum * 0, sum, sum * 0 - 1000}, 1);
    });
    // Red alone counts: d/ds of the entropy with p = 1/(1 + e^−s) is −s·p·(1 − p), and s = 4.
    const double p = 1 / (1 + std::exp(-4.0));
    const Attribution found = mapOf(network, blackAndWhite(), slope(), {Target::Kind::Entropy});
    for (std::size_t i = 0; i < 8; ++i)
        CHECK(found.map.values[i] == Approx(-4 * p * (1 - p)).epsilon(1e-4));

    ToyNetwork labels([](const at::Tensor &x) {
        const at::Tensor sum = x.narrow(1, 0, 1).sum({1, 2, 3});
        return at::stack({sum, sum * 0 - 1000, sum * 0 + 1000}, 1);
    });
    labels.setTask(Task::MultiLabel);
    const Attribution each = mapOf(labels, blackAndWhite(), slope(), {Target::Kind::Entropy});
    for (std::size_t i = 0; i < 8; ++i)
        CHECK(each.map.values[i] == Approx(-4 * p * (1 - p)).epsilon(1e-4)); // of its yes and its no
}

TEST_CASE("a filter is explained by occlusion, superpixels and RISE, by hand")
{
    // The filter says twice the red of each pixel.
    const ToyNetwork network(
        [](const at::Tensor &x) {
            return inEachClass(x.sum({1, 2, 3}));
        },
        [](const at::Tensor &x) { return 2 * x.select(1, 0); });
    const Target sum{Target::Kind::Filter, 0, 0};
    OcclusionOptions occlusion;
    occlusion.window = 1;
    occlusion.stride = 1;
    const Attribution found = mapOf(network, blackAndWhite(1), occlusion, sum);
    CHECK(found.map.values == std::vector<double>{0, 0, 2, 2, 0, 0, 2, 2});
    CHECK(found.target.kind == Explained::Kind::Filter);
    CHECK((found.target.other == 0 && found.target.index == 0));
    Target unit = sum;
    unit.unit = Unit{1, 2};
    CHECK(mapOf(network, blackAndWhite(1), occlusion, unit).map.values
        == std::vector<double>{0, 0, 0, 0, 0, 0, 2, 0});
    RiseOptions rise;
    rise.masks = 5;
    // What a mask shows of the white pixels, not a probability of it.
    CHECK(rangeOf(mapOf(network, blackAndWhite(1), rise, sum).map).high > 1);
    const SuperpixelWeights weighed = weightsOf(network, blackAndWhite(1), AblationOptions(), sum);
    CHECK(weighed.classes.empty());
    REQUIRE(weighed.other);
    CHECK(&weighed.ofTarget() == &*weighed.other);
}

TEST_CASE("ReLU rules work up to a filter, also in TorchScript")
{
    const auto checkpoint = narrowNetwork();
    const Photo photo = foodPhoto("training/3_10");
    const Target filter{Target::Kind::Filter, 5, 24};
    const Attribution expected = mapOf(*checkpoint, photo, GuidedBackpropOptions(), filter);
    CHECK(largest(expected.map.values) > 0);
    for (const char *file : {"torchscript/narrow-scripted.pt", "torchscript/narrow-traced.pt"}) {
        INFO(file);
        const auto network = openNetwork(testFile(file), {testDevice(), Precision::Float64});
        const Target same{Target::Kind::Filter, 5, findLayer(network->info(), "cnn.24")};
        const Attribution found = mapOf(*network, photo, GuidedBackpropOptions(), same);
        CHECK(largestDifference(found.map.values, expected.map.values) < 1e-9 * largest(expected.map.values));
    }
}
