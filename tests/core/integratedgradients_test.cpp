#include "tests/core/toynetwork.h"

#include "core/engine/tensors.h"
#include "core/explain/methods.h"
#include "core/methods/integratedgradients.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

#include <numeric>

using namespace convscope;
using namespace convscope::test;

namespace {

Attribution runAll(const Network &network, const Photo &photo, const IntegratedGradientsOptions &options)
{
    IntegratedGradientsRun run(network, photo, options);
    while (run.step()) { }
    CHECK(run.progress().done == run.progress().total);
    CHECK(run.progress().total == options.gradients);
    REQUIRE(run.hasResult());
    return run.result();
}

IntegratedGradientsOptions with(IntegrationRule rule, int gradients)
{
    return {.target = {Target::Kind::Class, 1}, .gradients = gradients, .rule = rule};
}

/// Each logit is Σ x²/2 of the first channel, whose gradient is x: on the way from black to x it is t·x, so
/// that a map is x²·Σ w·t. Of the photo it is 2, of black 0. One picture at a time, as memory refuses more.
ToyNetwork squares()
{
    return ToyNetwork([](const at::Tensor &x) {
        if (x.size(0) > 1)
            throw Error(ErrorKind::OutOfMemory);
        return (x * x).select(1, 0).sum({1, 2}).unsqueeze(1).repeat({1, 3}) / 2;
    });
}

/// A map of a white half and two channels of nothing.
std::vector<double> rightHalf(double value)
{
    std::vector<double> values(24, 0.0);
    for (std::size_t i : {2u, 3u, 6u, 7u})
        values[i] = value;
    return values;
}

IntegratedGradientsOptions optionsOf(const nlohmann::json &one)
{
    return {.target = {Target::Kind::Class, one["class"]},
        .gradients = one["steps"],
        .rule = fromWord<IntegrationRule>(one["rule"].get<std::string>()).value(),
        .baseline = fromWord<BaselinePicture>(one["baseline"].get<std::string>()).value(),
        .seed = one["seed"].get<std::uint32_t>()};
}

} // namespace

TEST_CASE("integrated gradients equal PyTorch's in float64, with every rule and baseline")
{
    const auto network = narrowNetwork();
    for (const nlohmann::json &one : expectedJson("integrated")["cases"]) {
        const std::string name = one["name"];
        INFO(name);
        const Attribution found = runAll(*network, foodPhoto(one["photo"]), optionsOf(one));
        CHECK(found.map.channels == 3);
        CHECK(largestDifference(sampled(found.map, 5), expectedArray("integrated-" + name).values)
            < 1e-9 * one["largest"].get<double>());
        CHECK(largest(found.map.values) == Approx(one["largest"].get<double>()).epsilon(1e-9));
        REQUIRE(found.completeness);
        CHECK(std::abs(found.completeness->sum - one["sum"].get<double>()) < 1e-9);
        CHECK(std::abs(found.completeness->difference - one["difference"].get<double>()) < 1e-9);
        CHECK(found.meaning == Meaning::Evidence);
        CHECK(found.target == one["class"].get<int>());
        const bool isNear = std::abs(one["sum"].get<double>() / one["difference"].get<double>() - 1) < 0.05;
        CHECK(found.notes == (isNear ? Notes{} : Notes{Note::TakeMoreSteps}));
    }
}

TEST_CASE("integrated gradients in float32, and of TorchScript, are next to the checkpoint's in float64")
{
    const nlohmann::json one = expectedJson("integrated")["cases"][1];
    const std::vector<double> expected = expectedArray("integrated-odd").values;
    const auto differences = [&](const Network &network) {
        const Map map = runAll(network, foodPhoto(one["photo"]), optionsOf(one)).map;
        std::vector<double> found = sampled(map, 5);
        REQUIRE(found.size() == expected.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            found[i] = std::abs(found[i] - expected[i]) / one["largest"].get<double>();
        std::sort(found.begin(), found.end());
        return found;
    };
    const std::vector<double> float32 = differences(*narrowNetwork(Precision::Float32));
    CHECK(float32[std::size_t(0.999 * double(float32.size()))] < 2e-3);
    CHECK(std::accumulate(float32.begin(), float32.end(), 0.0) < 2e-4 * double(float32.size()));
    for (const char *file : {"torchscript/narrow-scripted.pt", "torchscript/narrow-traced.pt"})
        CHECK(differences(*openNetwork(testFile(file), {testDevice(), Precision::Float64})).back() < 1e-9);
}

TEST_CASE("integrated gradients of a TorchScript network that takes four pictures are those of one at a time")
{
    const auto network =
        openNetwork(testFile("torchscript/batch-of-four-traced.pt"), {testDevice(), Precision::Float64});
    const Photo photo = foodPhoto("training/3_10");
    const at::Tensor picture = inputTensor(*network, photo.input);
    at::Tensor expected = at::zeros_like(picture);
    for (int i = 1; i <= 6; ++i) {
        const at::Tensor point = (picture * (i / 6.0)).requires_grad_(true);
        expected += inputGradient(network->logits(point).select(1, 1).sum(), point) * picture / 6;
    }
    const Map found = runAll(*network, photo, with(IntegrationRule::Right, 6)).map;
    const std::vector<double> values = toMap(expected).values;
    CHECK(largest(values) > 0);
    CHECK(largestDifference(found.values, values) < 1e-9 * largest(values));
}

TEST_CASE("the nodes of each rule are NumPy's")
{
    for (const auto &[question, columns] : expectedJson("integrated")["rules"].items()) {
        INFO(question);
        const std::size_t space = question.find(' ');
        const auto rule = fromWord<IntegrationRule>(question.substr(0, space)).value();
        const int count = std::stoi(question.substr(space));
        std::vector<double> positions;
        std::vector<double> weights;
        for (int place = 0; place < count; ++place) {
            const IntegrationNode node = integrationNode(rule, count, place);
            positions.push_back(node.position);
            weights.push_back(node.weight);
        }
        CHECK(largestDifference(positions, columns[0].get<std::vector<double>>()) < 1e-14);
        CHECK(largestDifference(weights, columns[1].get<std::vector<double>>()) < 1e-14);
        CHECK(std::accumulate(weights.begin(), weights.end(), 0.0) == Approx(1).epsilon(1e-12));
    }
}

TEST_CASE("integrated gradients of a network of one line")
{
    struct Case
    {
        IntegrationRule rule;
        double mean; ///< Σ w·t of two nodes
    };
    for (const Case &one :
        {Case{IntegrationRule::Left, 0.25}, {IntegrationRule::Right, 0.75}, {IntegrationRule::Middle, 0.5},
            {IntegrationRule::Trapezoid, 0.5}, {IntegrationRule::GaussLegendre, 0.5}}) {
        INFO(word(one.rule));
        const Attribution found = runAll(squares(), blackAndWhite(1), with(one.rule, 2));
        CHECK(largestDifference(found.map.values, rightHalf(one.mean)) < 1e-7); // its positions are float32
        CHECK(found.completeness->difference == 2);
        CHECK(found.completeness->sum == Approx(4 * one.mean).epsilon(1e-6));
        CHECK(found.notes == (one.mean == 0.5 ? Notes{} : Notes{Note::TakeMoreSteps}));
    }
    // From gray to white and to black: (±1/2)·(1/2 + 1)/2 … (x − b)·(x + b)/2 = (x² − b²)/2.
    IntegratedGradientsOptions fromGray = with(IntegrationRule::Middle, 4);
    fromGray.baseline = BaselinePicture::Gray;
    const Attribution found = runAll(squares(), blackAndWhite(1), fromGray);
    CHECK(found.map.at(0, 0, 3) == Approx(0.375).epsilon(1e-6));
    CHECK(found.map.at(0, 0, 0) == Approx(-0.125).epsilon(1e-6));
    CHECK(found.map.at(1, 0, 0) == 0);
}

TEST_CASE(
    "integrated gradients stopped in the middle have the mean of the gradients so far, spread over the way")
{
    const ToyNetwork network = squares();
    const auto explanation = explain(network, blackAndWhite(1), with(IntegrationRule::Middle, 5));
    // Middles 0.1, 0.3, 0.5, 0.7, 0.9 in the order 0, 4, 2, 1, 3.
    const double means[] = {0.1, 0.5, 0.5, 0.45};
    CHECK_FALSE(explanation->hasAnswer());
    int seen = 0;
    while (explanation->step()) {
        CHECK(explanation->hasAnswer() == (explanation->progress().done > 0));
        if (explanation->progress().done == seen)
            continue;
        const auto answer = std::get<Attribution>(explanation->answer());
        CHECK(answer.map.at(0, 0, 3) == Approx(means[seen]).epsilon(1e-6));
        CHECK(answer.completeness->sum == Approx(4 * means[seen]).epsilon(1e-6));
        CHECK(answer.notes == Notes{Note::StoppedEarly});
        REQUIRE(explanation->snapshot());
        CHECK(notesOf(*explanation->snapshot()).empty());
        seen = explanation->progress().done;
    }
    CHECK(seen == 4);
    CHECK(notesOf(explanation->answer()).empty());
}

TEST_CASE("rules whose gradients count differently have an answer only at the end")
{
    const ToyNetwork network = squares();
    for (const IntegrationRule rule : {IntegrationRule::GaussLegendre, IntegrationRule::Trapezoid}) {
        const auto explanation = explain(network, blackAndWhite(1), with(rule, 5));
        while (explanation->step()) {
            CHECK_FALSE(explanation->hasAnswer());
            CHECK_FALSE(explanation->snapshot());
        }
        CHECK(explanation->hasAnswer());
        CHECK(notesOf(explanation->answer()).empty());
    }
}

TEST_CASE("where the network has no gradients, the empty map of integrated gradients says so")
{
    const ToyNetwork cut([](const at::Tensor &x) { return (x * x).detach().sum({2, 3}); });
    const ToyNetwork dead([](const at::Tensor &x) { return (x * 0).sum({2, 3}); });
    const ToyNetwork steps([](const at::Tensor &x) { return x.round().sum({2, 3}); });
    for (const auto &[network, note] : {std::pair(&cut, Note::GradientCut), std::pair(&dead, Note::DeadLogit),
             std::pair(&steps, Note::DeadLogit)}) {
        const Attribution found = runAll(*network, blackAndWhite(1), {});
        CHECK(found.map.values == std::vector<double>(24, 0.0));
        CHECK(found.notes == Notes{note});
    }
    const auto frozen =
        openNetwork(testFile("torchscript/no-grad-scripted.pt"), {testDevice(), Precision::Float32});
    CHECK(holds(
        runAll(*frozen, foodPhoto("training/0_0"), with(IntegrationRule::Left, 3)).notes, Note::GradientCut));
}

TEST_CASE("a gradient that is zero at the end of the way is not taken for one that is zero everywhere")
{
    // Each white pixel gives 1/2 − t up to the middle of the way, and nothing behind it. Two of five
    // gradients see that.
    const ToyNetwork network([](const at::Tensor &x) {
        if (x.size(0) > 1)
            throw Error(ErrorKind::OutOfMemory);
        return (0.5 - x.narrow(3, 2, 2)).relu().sum({2, 3}); // the white half
    });
    const Attribution found = runAll(network, blackAndWhite(1), with(IntegrationRule::Middle, 5));
    CHECK(found.map.at(1, 0, 3) == Approx(-0.4).epsilon(1e-6));
    CHECK(found.completeness->difference == -2);
    CHECK(found.completeness->error() == Approx(0.4).epsilon(1e-6));
    CHECK(found.notes == Notes{Note::TakeMoreSteps});
}

TEST_CASE("the target of integrated gradients, and the seed of their noise")
{
    const ToyNetwork network([](const at::Tensor &x) {
        return x.sum({2, 3}) * at::tensor({1.0f, 2.0f, 3.0f});
    });
    IntegratedGradientsOptions options;
    CHECK(runAll(network, blackAndWhite(1), options).completeness->difference == 8);
    CHECK(runAll(network, blackAndWhite(), options).notes == Notes{Note::LabelUnknown});
    options.target.kind = Target::Kind::Predicted;
    CHECK(runAll(network, blackAndWhite(1), options).target == 2);
    options.baseline = BaselinePicture::Noise;
    const Attribution first = runAll(network, blackAndWhite(1), options);
    CHECK(runAll(network, blackAndWhite(1), options).map.values == first.map.values);
    options.seed = 17;
    CHECK(runAll(network, blackAndWhite(1), options).map.values != first.map.values);
}

TEST_CASE("a photo that is its own baseline has nothing to explain, and no relative error")
{
    Photo black = blackAndWhite(1);
    std::fill(black.input.pixels.begin(), black.input.pixels.end(), std::uint8_t(0));
    const Attribution found = runAll(ToyNetwork([](const at::Tensor &x) {
        return (x + 1).square().sum({2, 3});
    }),
        black, {});
    CHECK(found.map.values == std::vector<double>(24, 0.0));
    CHECK_FALSE(found.completeness->relativeError());
    CHECK(found.notes.empty());
}

TEST_CASE("NaN never leaves integrated gradients, and bad questions are refused")
{
    const auto kindOf = [](const Network &network, const IntegratedGradientsOptions &options) {
        const auto error = errorOf([&] {
            IntegratedGradientsRun run(network, blackAndWhite(1), options);
            while (run.step()) { }
        });
        return error ? error->kind() : ErrorKind::Internal;
    };
    const ToyNetwork sums([](const at::Tensor &x) { return x.sum({2, 3}); });
    const ToyNetwork always([](const at::Tensor &x) { return x.sum({2, 3}) * std::nan(""); });
    const ToyNetwork onBlack([](const at::Tensor &x) { return x.sum({2, 3}).log(); });
    const ToyNetwork infiniteSlope([](const at::Tensor &x) { return x.sqrt().sum({2, 3}); });
    CHECK(kindOf(always, {}) == ErrorKind::NotFinite);
    CHECK(kindOf(onBlack, {}) == ErrorKind::NotFinite);
    CHECK(kindOf(infiniteSlope, {}) == ErrorKind::NotFinite);
    CHECK(kindOf(sums, {.target = {Target::Kind::Class, 3}}) == ErrorKind::ClassOutOfRange);
    CHECK(kindOf(sums, {.gradients = 1}) == ErrorKind::InvalidOption);
    CHECK(kindOf(sums, {.gradients = 10001}) == ErrorKind::InvalidOption);
    const ToyNetwork none([](const at::Tensor &) -> at::Tensor { throw Error(ErrorKind::OutOfMemory); });
    CHECK(kindOf(none, {}) == ErrorKind::OutOfMemory);
}

TEST_CASE("a logit that is NaN on the way is told as such, though its gradient is finite")
{
    const ToyNetwork network([](const at::Tensor &x) {
        const at::Tensor sum = x.sum({2, 3});
        return at::where(sum == 2, at::full_like(sum, std::nan("")), sum); // half of the way from black
    });
    const auto error = errorOf([&] { runAll(network, blackAndWhite(1), with(IntegrationRule::Middle, 3)); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::NotFinite);
    CHECK(error->phrase() == Phrase{Phrase::Logits});
}

TEST_CASE("baselines of a photo")
{
    const Map photo{2, 1, 2, {0, 1, 0.5, 0.25}};
    const auto values = [&](BaselinePicture kind) { return baselineOf(photo, kind, 16).values; };
    CHECK(values(BaselinePicture::Black) == std::vector<double>(4, 0.0));
    CHECK(values(BaselinePicture::White) == std::vector<double>(4, 1.0));
    CHECK(values(BaselinePicture::Gray) == std::vector<double>(4, 0.5));
    CHECK(values(BaselinePicture::Mean) == std::vector<double>{0.5, 0.5, 0.375, 0.375});
    CHECK(values(BaselinePicture::Noise)[0] == 0.22329107915353885); // RandomState(16).random_sample()
    for (const char *name : {"baseline-20x33", "baseline-40x5"}) {
        const Array picture = expectedArray(name);
        const Map map{3, picture.shape[1], picture.shape[2], picture.values};
        const Map found = baselineOf(map, BaselinePicture::Blurred, 0);
        CHECK(largestDifference(found.values, expectedArray(std::string(name) + "-blurred").values) < 1e-14);
    }
}
