#include "tests/core/toynetwork.h"

#include "core/engine/normalpictures.h"
#include "core/explain/methods.h"
#include "core/methods/smoothgrad.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

#include <numeric>

using namespace convscope;
using namespace convscope::test;

namespace {

Attribution runAll(const Network &network, const Photo &photo, const SmoothGradOptions &options)
{
    SmoothGradRun run(network, photo, options);
    while (run.step()) { }
    CHECK(run.progress().done == options.samples);
    CHECK(run.progress().total == options.samples);
    return run.result();
}

SmoothGradOptions optionsOf(const nlohmann::json &one)
{
    SmoothGradOptions options;
    options.kind = fromWord<SmoothGradKind>(one["kind"].get<std::string>()).value();
    options.of = fromWord<GradientForm>(one["of"].get<std::string>()).value();
    options.samples = one["samples"];
    options.sigma = one["sigma"];
    options.seed = one["seed"].get<std::uint32_t>();
    options.random = fromWord<RandomStream>(one["random"].get<std::string>()).value();
    return options;
}

/// |found − expected| in parts of the largest, rising.
std::vector<double> differences(const Map &found, const nlohmann::json &one)
{
    const std::string name = one["name"];
    const std::vector<double> expected = expectedArray(name).values;
    std::vector<double> values = sampled(found, name.find("oblong") == std::string::npos ? 7 : 3);
    REQUIRE(values.size() == expected.size());
    const double size = one["largest"];
    std::transform(values.begin(), values.end(), expected.begin(), values.begin(),
        [size](double a, double b) { return std::abs(a - b) / size; });
    std::sort(values.begin(), values.end());
    return values;
}

/// Logit 1 is Σ x²/2, whose gradient is x: the mean of the gradients is that of the noisy pictures. One
/// picture at a time, as memory refuses more.
ToyNetwork squares()
{
    return ToyNetwork([](const at::Tensor &x) {
        if (x.size(0) > 1)
            throw Error(ErrorKind::OutOfMemory);
        return (x * x).sum({1, 2, 3}).unsqueeze(1).repeat({1, 3}) / 2;
    });
}

} // namespace

TEST_CASE("SmoothGrad and its kin equal PyTorch's in float64, of every form, with both streams")
{
    const auto network = narrowNetwork();
    InputDescription oblong;
    oblong.size = {48, 24};
    const auto flat = openNetwork(testFile("torchscript/oblong-traced.pt"),
        {.device = testDevice(), .precision = Precision::Float64, .input = oblong});
    const Photo flatPhoto = loadPhoto({testFile("food/training/0_0.jpg"), 1}, oblong);
    for (const nlohmann::json &one : expectedJson("smoothgrad")["cases"]) {
        const std::string name = one["name"];
        INFO(name);
        const bool isOblong = name.find("oblong") != std::string::npos;
        const SmoothGradOptions options = optionsOf(one);
        const Attribution found = isOblong ? runAll(*flat, flatPhoto, options)
                                           : runAll(*network, foodPhoto("training/3_10"), options);
        CHECK(differences(found.map, one).back() < 1e-9);
        CHECK(found.meaning == options.meaning());
        CHECK(found.notes.empty());
    }
}

TEST_CASE("SmoothGrad in float32 is next to that in float64")
{
    const nlohmann::json one = expectedJson("smoothgrad")["cases"][0];
    const auto network = narrowNetwork(Precision::Float32);
    const std::vector<double> off =
        differences(runAll(*network, foodPhoto("training/3_10"), optionsOf(one)).map, one);
    CHECK(off[std::size_t(0.999 * double(off.size()))] < 2e-3);
    CHECK(std::accumulate(off.begin(), off.end(), 0.0) < 2e-4 * double(off.size()));
}

TEST_CASE("pictures of noise are NumPy's and LibTorch's")
{
    const nlohmann::json expected = expectedJson("smoothgrad")["normals"];
    const auto all = [](NormalPictures &pictures, int count) {
        const at::Tensor drawn = pictures.next(count).contiguous();
        return std::vector<double>(drawn.data_ptr<double>(), drawn.data_ptr<double>() + drawn.numel());
    };
    const auto odd = expected["torch"].get<std::vector<double>>(); // 18 values a picture: no whole blocks
    TorchNormalPictures atOnce(11, {2, 3}, 0.5, 4);
    CHECK(largestDifference(all(atOnce, 4), odd) < 1e-7);
    const auto even = expected["torch-blocks"].get<std::vector<double>>();
    TorchNormalPictures eachByItself(11, {8, 6}, 0.5, 3);
    CHECK(largestDifference(all(eachByItself, 3), even) < 1e-7);
    // Row, column, channel: the first three numbers are those of the first pixel.
    NumpyNormalPictures pictures(16, {1, 2}, 1);
    const at::Tensor drawn = pictures.next(1);
    const auto numbers = expected["numpy"].get<std::vector<double>>();
    for (int i = 0; i < 6; ++i)
        CHECK(drawn[0][i % 3][i / 3][0].item<double>() == numbers[std::size_t(i)]);
}

TEST_CASE("pictures of noise stay until they are dropped")
{
    NumpyNormalPictures whole(1, {2, 2}, 1);
    NumpyNormalPictures parts(1, {2, 2}, 1);
    const at::Tensor all = whole.next(4).clone();
    CHECK(at::equal(parts.next(3), all.narrow(0, 0, 3)));
    CHECK(at::equal(parts.next(1), all.narrow(0, 0, 1)));
    parts.drop(1);
    CHECK(at::equal(parts.next(2), all.narrow(0, 1, 2)));
    parts.drop(2);
    CHECK(at::equal(parts.next(1), all.narrow(0, 3, 1)));
}

TEST_CASE("SmoothGrad of a network of one line is the mean, the mean square and the variance of the noise")
{
    const ToyNetwork network = squares();
    SmoothGradOptions options;
    options.samples = 400;
    options.sigma = 0.5; // the picture's range is 1
    const auto valueOf = [&](SmoothGradKind kind, int x) {
        options.kind = kind;
        const Map map = runAll(network, blackAndWhite(1), options).map;
        double sum = 0;
        for (int channel = 0; channel < 3; ++channel)
            sum += map.at(channel, 0, x) + map.at(channel, 1, x);
        return sum / 6; // of 2400 numbers
    };
    CHECK(std::abs(valueOf(SmoothGradKind::SmoothGrad, 0)) < 0.05);
    CHECK(std::abs(valueOf(SmoothGradKind::SmoothGrad, 3) - 1) < 0.05);
    CHECK(std::abs(valueOf(SmoothGradKind::Squared, 3) - 1.25) < 0.1);
    CHECK(std::abs(valueOf(SmoothGradKind::VarGrad, 3) - 0.25) < 0.05);
    options.sigma = 0;
    CHECK(valueOf(SmoothGradKind::SmoothGrad, 3) == 1);
    CHECK(valueOf(SmoothGradKind::VarGrad, 3) == 0);
}

TEST_CASE("SmoothGrad stopped in the middle is that of the samples so far")
{
    const ToyNetwork network = squares();
    for (const RandomStream random : {RandomStream::Numpy, RandomStream::Torch}) {
        SmoothGradOptions options;
        options.samples = 6;
        options.random = random;
        const auto explanation = explain(network, blackAndWhite(1), options);
        CHECK_FALSE(explanation->hasAnswer());
        while (explanation->progress().done < 4)
            explanation->step();
        const Answer snapshot = explanation->snapshot().value();
        CHECK(notesOf(snapshot).empty());
        CHECK(notesOf(explanation->answer()) == Notes{Note::StoppedEarly});
        options.samples = 4;
        const Map four = runAll(network, blackAndWhite(1), options).map;
        CHECK(largestDifference(std::get<Attribution>(snapshot).map.values, four.values) < 1e-7);
        while (explanation->step()) { }
        CHECK(notesOf(explanation->answer()).empty());
    }
}

TEST_CASE("what the values of SmoothGrad mean depends on the question")
{
    SmoothGradOptions options;
    CHECK(meaningOf(options) == Meaning::Slope);
    options.of = GradientForm::InputXGradient;
    CHECK(meaningOf(options) == Meaning::Evidence);
    options.of = GradientForm::Abs;
    CHECK(meaningOf(options) == Meaning::Sensitivity);
    options.of = GradientForm::Signed;
    options.kind = SmoothGradKind::VarGrad;
    CHECK(meaningOf(options) == Meaning::Sensitivity);
    CHECK(meaningOf(IntegratedGradientsOptions{}) == Meaning::Evidence);
}

TEST_CASE("an empty map of SmoothGrad says why")
{
    const ToyNetwork cut([](const at::Tensor &x) { return (x * x).detach().sum({2, 3}); });
    const ToyNetwork dead([](const at::Tensor &x) { return (x * 0).sum({2, 3}); });
    const ToyNetwork line([](const at::Tensor &x) { return x.sum({2, 3}); });
    CHECK(runAll(cut, blackAndWhite(1), {}).notes == Notes{Note::GradientCut});
    CHECK(runAll(dead, blackAndWhite(1), {}).notes == Notes{Note::DeadLogit});
    SmoothGradOptions variance;
    variance.kind = SmoothGradKind::VarGrad; // 0, as the gradient is the same everywhere, but not dead
    CHECK(runAll(line, blackAndWhite(1), variance).notes.empty());
}

TEST_CASE("SmoothGrad refuses bad questions and NaN")
{
    const auto kindOf = [](const Network &network, const SmoothGradOptions &options) {
        const auto error = errorOf([&] {
            SmoothGradRun run(network, blackAndWhite(1), options);
            while (run.step()) { }
        });
        return error ? error->kind() : ErrorKind::Internal;
    };
    const ToyNetwork sums([](const at::Tensor &x) { return x.sum({2, 3}); });
    const ToyNetwork root([](const at::Tensor &x) { return x.sqrt().sum({2, 3}); });
    const ToyNetwork none([](const at::Tensor &) -> at::Tensor { throw Error(ErrorKind::OutOfMemory); });
    SmoothGradOptions bad;
    bad.target = {Target::Kind::Class, 3};
    CHECK(kindOf(sums, bad) == ErrorKind::ClassOutOfRange);
    bad = {};
    bad.samples = 1;
    CHECK(kindOf(sums, bad) == ErrorKind::InvalidOption);
    bad = {};
    bad.sigma = -0.1;
    CHECK(kindOf(sums, bad) == ErrorKind::InvalidOption);
    bad = {};
    bad.of = GradientForm::GuidedBackprop;
    CHECK(kindOf(sums, bad) == ErrorKind::NetworkWithoutReLU);
    CHECK(kindOf(root, {}) == ErrorKind::NotFinite); // noise goes below 0
    CHECK(kindOf(none, {}) == ErrorKind::OutOfMemory);
}
