#include "tests/core/toynetwork.h"

#include "core/engine/randommasks.h"
#include "core/engine/runningmean.h"
#include "core/explain/methods.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

std::vector<double> valuesOf(const at::Tensor &tensor)
{
    const at::Tensor flat = tensor.contiguous();
    return {flat.data_ptr<double>(), flat.data_ptr<double>() + flat.numel()};
}

Attribution answerTo(const Network &network, const Photo &photo, const MethodOptions &options)
{
    const auto run = explain(network, photo, options);
    while (run->step()) { }
    return std::get<Attribution>(run->answer());
}

} // namespace

TEST_CASE("a running mean and its standard errors are those of all maps at once")
{
    RunningMean mean;
    CHECK(mean.count() == 0);
    mean.add(at::tensor({1.0, 10.0}, at::kDouble).view({1, 2}));
    CHECK_FALSE(mean.errors().defined());
    mean.add(at::tensor({2.0, 10.0, 6.0, 10.0}, at::kDouble).view({2, 2}));
    CHECK(mean.count() == 3);
    CHECK(valuesOf(mean.mean()) == std::vector<double>{3, 10});
    // 1, 2, 6: the squares of the distances from 3 are 4, 1, 9.
    CHECK(valuesOf(mean.variance())[0] == Approx(14.0 / 3));
    CHECK(valuesOf(mean.errors())[0] == Approx(std::sqrt(14.0 / 2 / 3)));
    CHECK(valuesOf(mean.errors())[1] == 0);
}

TEST_CASE("noise is the errors as a part of how the map varies")
{
    Attribution answer;
    answer.map = {1, 1, 2, {1, 5}}; // 2 from its mean, each
    CHECK_FALSE(noiseOf(answer));
    answer.errors = Map{1, 1, 2, {0.1, 0.7}};
    CHECK(*noiseOf(answer) == Approx(std::sqrt((0.01 + 0.49) / 2) / 2));
    answer.map.values = {3, 3};
    CHECK_FALSE(noiseOf(answer));
}

TEST_CASE("a mean is looked at after the same samples however many share a step, and stops once it is stable")
{
    const auto stopsAt = [](int step, double noise) {
        MeanEnd end(1000, true);
        int done = 0;
        int looks = 0;
        while (!end.isReached(done)) {
            done = std::min(done + step, end.endOfStep());
            end.look(done, [&] {
                ++looks;
                return std::optional(noise / std::sqrt(double(done)));
            });
        }
        CHECK(looks > 0);
        return done;
    };
    const int one = stopsAt(1, 1);
    CHECK(one >= 100); // where 1/√n has fallen to a tenth
    CHECK(one < 130);
    CHECK(stopsAt(7, 1) == one);
    CHECK(stopsAt(64, 1) == one);
    CHECK(stopsAt(7, 100) == 1000);
    MeanEnd all(20, false);
    CHECK(all.endOfStep() == 20);
    all.look(20, [] { return std::optional(0.0); });
    CHECK_FALSE(all.isReached(19));
}

TEST_CASE("SmoothGrad, expected gradients and RISE have standard errors, and may stop when stable")
{
    const auto network = narrowNetwork(Precision::Float32);
    const Photo photo = foodPhoto("training/3_10");
    SmoothGradOptions smooth;
    smooth.samples = 12;
    const Attribution all = answerTo(*network, photo, smooth);
    REQUIRE(all.errors);
    CHECK(all.errors->values.size() == all.map.values.size());
    CHECK(all.samples == 12);
    CHECK(all.samplesAsked == 12);
    // VarGrad is the mean of the squares of the distances from the mean.
    smooth.kind = SmoothGradKind::VarGrad;
    const Attribution variance = answerTo(*network, photo, smooth);
    CHECK_FALSE(variance.errors);
    std::vector<double> byVariance;
    for (const double value : variance.map.values)
        byVariance.push_back(std::sqrt(value / 11));
    CHECK(largestDifference(all.errors->values, byVariance) < 1e-9 * largest(byVariance));

    // Where the photo changes nothing but the place, every sample is the same: it is stable at the first
    // look.
    const ToyNetwork linear([](const at::Tensor &x) {
        const at::Tensor weights = at::arange(24, x.options()).view({1, 3, 2, 4});
        return inEachClass((x * weights).sum({1, 2, 3}));
    });
    SmoothGradOptions stable;
    stable.samples = 1000;
    stable.stopWhenStable = true;
    const Attribution early = answerTo(linear, blackAndWhite(1), stable);
    CHECK(early.samples == 8);
    CHECK(early.notes == Notes{Note::StoppedWhenStable});
    // So few masks leave too much noise: it goes to the end.
    RiseOptions rise;
    rise.masks = 40;
    rise.stopWhenStable = true;
    const Attribution masked = answerTo(linear, blackAndWhite(1), rise);
    REQUIRE(masked.errors);
    CHECK(*noiseOf(masked) > 0.1);
    CHECK(masked.samples == 40);
    CHECK(masked.notes.empty());
}

TEST_CASE("expected gradients of a linear score have the standard errors of drawing one of two baselines")
{
    const ToyNetwork linear([](const at::Tensor &x) {
        return inEachClass((x * (at::arange(24, x.options()).view({1, 3, 2, 4}) + 1)).sum({1, 2, 3}));
    });
    ExpectedGradientsOptions options;
    options.samples = 40;
    options.sigma = 0;
    const Photo photo = blackAndWhite(1);
    const Attribution found = answerTo(linear, photo, options);
    REQUIRE(found.errors);
    // A sample gives a pixel its weight w, or −w, where the baseline drawn differs from it, else 0: of a
    // share p of the samples.
    for (std::size_t i = 0; i < found.map.values.size(); ++i) {
        const double weight = double(i) + 1;
        const double p = std::abs(found.map.values[i]) / weight;
        CHECK(p > 0.2);
        CHECK(p < 0.8);
        CHECK(found.errors->values[i] == Approx(weight * std::sqrt(p * (1 - p) / 39)).epsilon(1e-5));
    }
}

TEST_CASE("RISE's standard errors are those of the mean of masks times scores")
{
    // A network that says the same to all: the score is a constant p, and the term of a mask is p·m/keep.
    const ToyNetwork network([](const at::Tensor &x) { return at::zeros({x.size(0), 3}, x.options()); });
    RiseOptions options;
    options.masks = 64;
    const Attribution found = answerTo(network, blackAndWhite(1), options);
    REQUIRE(found.errors);
    // p = 1/3, and a mask's values differ from their mean by less than 1: an error is below 1/3/√63/keep.
    CHECK(rangeOf(*found.errors).high < 2.0 / 3 / std::sqrt(63.0));
    CHECK(rangeOf(*found.errors).low > 0);
    // By definition, from the masks themselves.
    const Image picture = blackAndWhite(1).input;
    RandomMasks masks({picture.height, picture.width, options.cells, options.keep, 64}, options.seed);
    RunningMean mean;
    for (int i = 0; i < 64; ++i) {
        const at::Tensor mask = masks.next();
        mean.add(((mask - mask.mean()) / 3 / options.keep).unsqueeze(0));
    }
    CHECK(largestDifference(found.errors->values, valuesOf(mean.errors())) < 1e-12);
    options.normalise = true; // then a constant score is found without any error
    CHECK(rangeOf(*answerTo(network, blackAndWhite(1), options).errors).high < 1e-4);
}

TEST_CASE("SmoothGrad of integrated gradients without noise is integrated gradients at 16 middles")
{
    const auto network = narrowNetwork();
    const Photo photo = foodPhoto("training/3_10");
    SmoothGradOptions smooth;
    smooth.of = GradientForm::Integrated;
    smooth.samples = 2;
    smooth.sigma = 0;
    IntegratedGradientsOptions integrated;
    integrated.gradients = 16;
    integrated.rule = IntegrationRule::Middle;
    const std::vector<double> found = answerTo(*network, photo, smooth).map.values;
    const std::vector<double> expected = answerTo(*network, photo, integrated).map.values;
    CHECK(largestDifference(found, expected) < 1e-9 * largest(expected));
    CHECK(meaningOf(smooth) == Meaning::Evidence);
    // Fewer pictures share a step where memory runs out in the middle of the way.
    int runs = 0;
    const ToyNetwork narrow([&runs](const at::Tensor &x) {
        if (++runs > 4 && x.size(0) > 1)
            throw Error(ErrorKind::OutOfMemory);
        return inEachClass(x.square().sum({1, 2, 3}));
    });
    smooth.samples = 4;
    const Attribution squares = answerTo(narrow, blackAndWhite(1), smooth);
    for (std::size_t pixel = 0; pixel < 8; ++pixel)
        CHECK(squares.map.values[pixel] == Approx(pixel % 4 < 2 ? 0 : 1)); // x·2x, integrated
}
