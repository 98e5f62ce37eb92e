#include "tests/core/toynetwork.h"

#include "core/engine/reruns.h"
#include "core/engine/tensors.h"
#include "core/explain/likeness.h"
#include "core/explain/networkmeasure.h"
#include "core/network/redrawnnetwork.h"

#include "tests/core/measuredheat.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

const Target target{Target::Kind::Class, measuredClass};

std::vector<std::pair<std::string, MethodOptions>> methods()
{
    return {{"saliency", SaliencyOptions{.target = target, .objective = Objective::Logit}},
        {"inputxgradient", InputXGradientOptions{target}}};
}

Answer answerOf(const Network &network, const Photo &photo, const MethodOptions &question)
{
    const auto explanation = explain(network, photo, question);
    Monitor monitor;
    runToEnd(*explanation, monitor);
    return explanation->answer();
}

/// What is measured of an answer, with its question and its network.
std::optional<Measured> measuredOf(
    const Measure &measure, const Network &network, const Photo &photo, const MethodOptions &question)
{
    const Answer answer = answerOf(network, photo, question);
    MeasureInput input = measureInput(answer, photo);
    input.network = &network;
    input.question = &question;
    return takeMeasure(measure, input);
}

} // namespace

TEST_CASE("max-sensitivity equals Captum's with LibTorch's noise")
{
    const auto network = narrowNetwork();
    const Photo photo = measuredPhoto();
    const nlohmann::json expected = expectedJson("trust")["sensitivity"];
    for (const auto &[name, question] : methods()) {
        INFO(name);
        const auto found = measuredOf(NetworkMeasure<MaxSensitivityOptions>(), *network, photo, question);
        REQUIRE(found);
        const double largestMove = expected[name]["largest"];
        INFO(found->value - largestMove);
        CHECK(std::abs(found->value - largestMove) < 1e-9 * largestMove);
        CHECK(std::abs(*found->detail("mean") - expected[name]["mean"].get<double>()) < 1e-9);
        CHECK(*found->detail("shuffled") > found->value); // noise that nobody sees moves less
    }
}

TEST_CASE("weights are drawn as PyTorch draws them, and the rest of the network stays")
{
    const auto network = narrowNetwork();
    const nlohmann::json expected = expectedJson("trust")["weights"];
    const auto all = network->withRandomWeights(1000, 43);
    const at::Tensor picture = inputTensor(*network, measuredPhoto());
    CHECK(largestDifference(toMap(all->logits(picture).unsqueeze(0)).values, expected["logits"]) < 1e-12);
    const auto last = network->withRandomWeights(1, 43);
    const at::Tensor weight = last->chain().modules.back().weight.flatten().narrow(0, 0, 5);
    CHECK(toMap(weight.view({1, 1, 5})).values == expected["last"].get<std::vector<double>>());
    CHECK(at::equal(last->kernel(0, 0), network->kernel(0, 0)));
    CHECK(at::equal(network->withRandomWeights(0, 43)->logits(picture), network->logits(picture)));
    CHECK(at::equal(network->withRandomWeights(1, 43)->logits(picture), last->logits(picture)));
    CHECK(last->info().layers.size() == network->info().layers.size());
}

TEST_CASE("dependence on the weights equals the reference, all at once and module by module")
{
    const auto network = narrowNetwork();
    const Photo photo = measuredPhoto();
    const nlohmann::json expected = expectedJson("trust")["weights"];
    for (const auto &[name, question] : methods()) {
        INFO(name);
        const std::vector<double> likeness = expected[name]["cascade"];
        const auto full = measuredOf(NetworkMeasure<WeightDependenceOptions>(), *network, photo, question);
        REQUIRE(full);
        CHECK(full->curve.empty());
        INFO(full->value - likeness.back());
        CHECK(std::abs(full->value - likeness.back()) < 1e-6);
        CHECK(std::abs(*full->detail("ssim") - expected[name]["ssim"].get<double>()) < 1e-6);
        // Ten random maps: noise in cells of 16 pixels of the photo, by the same measure as the value.
        const std::optional<Map> map = rawMap(answerOf(*network, photo, question));
        const Map sizes = sizesOf(*map);
        NumpyRandom random(rivalSeed);
        double low = 1;
        double high = -1;
        for (int i = 0; i < rivalsInBand; ++i) {
            const Map rival = cellNoise(random, sizes.width, sizes.height,
                std::max(1, int(std::lround(16.0 * sizes.width / photo.input.width))));
            std::vector<double> values;
            for (int channel = 0; channel < sizes.channels; ++channel)
                values.insert(values.end(), rival.values.begin(), rival.values.end());
            const double toRival = *spearman(sizes.values, values);
            low = std::min(low, toRival);
            high = std::max(high, toRival);
        }
        CHECK(full->detail("random-low") == low);
        CHECK(full->detail("random-high") == high);
        const auto cascade =
            measuredOf(NetworkMeasure<WeightDependenceOptions>({.cascade = true}), *network, photo, question);
        REQUIRE(cascade->curve.size() == likeness.size());
        double off = 0;
        for (std::size_t i = 0; i < likeness.size(); ++i)
            off = std::max(off, std::abs(cascade->curve[i].y - likeness[i]));
        INFO(off);
        CHECK(off < 1e-6);
        CHECK(cascade->curve.back().x == 1);
        CHECK(cascade->value == full->value);
    }
}

TEST_CASE("the class stays that of the answer, whatever another photo or network would say")
{
    const auto network = narrowNetwork();
    const Photo photo = measuredPhoto();
    const MethodOptions predicted = InputXGradientOptions{{Target::Kind::Predicted}};
    const Answer answer = answerOf(*network, photo, predicted);
    const MethodOptions ofClass =
        InputXGradientOptions{{Target::Kind::Class, std::get<Attribution>(answer).target.index}};
    const NetworkMeasure<WeightDependenceOptions> measure;
    CHECK(measuredOf(measure, *network, photo, predicted) == measuredOf(measure, *network, photo, ofClass));
}

TEST_CASE("the smallest maps have a band of random maps, too")
{
    const auto network = narrowNetwork();
    const int last = int(network->info().layers.size()) - 1;
    int layer = -1; // the smallest map
    for (int i = 0; i <= last; ++i) {
        const Layer &each = network->info().layers[std::size_t(i)];
        if (each.height > 1
            && (layer < 0 || each.height <= network->info().layers[std::size_t(layer)].height))
            layer = i;
    }
    REQUIRE(layer >= 0);
    CHECK(network->info().layers[std::size_t(layer)].height < rivalCell);
    const auto found = measuredOf(NetworkMeasure<WeightDependenceOptions>(), *network, measuredPhoto(),
        GradCamOptions{.target = target, .layer = layer});
    REQUIRE(found);
    REQUIRE(found->detail("random-low"));
    CHECK(*found->detail("random-low") < *found->detail("random-high"));
}

TEST_CASE("the weights of superpixels count as a map of the superpixels")
{
    SuperpixelWeights answer;
    answer.segments = {3, 2, 2, {0, 1, 1, 0, 0, 1}};
    answer.classes = {{.label = 0, .weights = {{1, -0.5}}}};
    const std::optional<Map> map = rawMap(answer);
    REQUIRE(map);
    CHECK(map->width == 3);
    CHECK(map->height == 2);
    CHECK(map->values == std::vector<double>{0, -0.5, -0.5, 0, 0, -0.5}); // superpixel 0 was not weighed
    const auto network = narrowNetwork();
    const MethodOptions question = AblationOptions{.target = {Target::Kind::Class, 1}};
    CHECK(measuredOf(NetworkMeasure<WeightDependenceOptions>(), *network, measuredPhoto(), question));
}

TEST_CASE("a network drawn anew is kept for the next measurement, and drawn again for other weights")
{
    const auto network = narrowNetwork();
    RedrawnNetwork redrawn;
    const auto all = redrawn.of(*network, 1000, 43);
    CHECK(redrawn.of(*network, 1000, 43) == all);
    const auto last = redrawn.of(*network, 1, 43);
    CHECK(last != all);
    CHECK(redrawn.of(*network, 1, 44) != last);
    const auto other = narrowNetwork();
    CHECK(redrawn.of(*other, 1, 44) != last);
}

TEST_CASE("only answers with a map and a question are measured again, on networks that can be drawn anew")
{
    const ToyNetwork network([](const at::Tensor &x) { return x.square().sum({2, 3}); });
    const Photo photo = blackAndWhite(0);
    const NetworkMeasure<MaxSensitivityOptions> sensitivity;
    const NetworkMeasure<WeightDependenceOptions> dependence;
    const MethodOptions question = InputXGradientOptions{{Target::Kind::Class, 1}};
    CHECK(measuredOf(sensitivity, network, photo, question));
    const Answer answer = answerOf(network, photo, question);
    MeasureInput input = measureInput(answer, photo);
    input.network = &network;
    CHECK_FALSE(canMeasure(sensitivity, input)); // what was asked is not told
    CHECK_FALSE(rawMap(Answer(OptimisedImage())));
    // A map of zeros does not move.
    const ToyNetwork same([](const at::Tensor &x) { return x.sum({2, 3}) * 0 + 1; });
    CHECK_FALSE(measuredOf(sensitivity, same, photo, question));
    const auto error = errorOf([&] { network.withRandomWeights(1, 43); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::WeightsNotDrawn);
    CHECK_FALSE(measuredOf(dependence, network, photo, question)); // no module has weights
}
