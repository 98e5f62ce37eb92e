#include "tests/core/toynetwork.h"

#include "core/engine/hiding.h"
#include "core/engine/tensors.h"
#include "core/explain/networkmeasure.h"
#include "core/explain/pixelorder.h"
#include "core/network/prediction.h"

#include "tests/core/measuredheat.h"
#include "tests/support/catch.h"

#include <set>

using namespace convscope;
using namespace convscope::test;

namespace {

template <typename Options> std::optional<Measured> taken(const Options &options, const MeasureInput &input)
{
    return takeMeasure(NetworkMeasure<Options>(options), input);
}

RemovalOptions asIn(const nlohmann::json &one, RemovalValue value)
{
    RemovalOptions options{.value = value};
    if (one["how"] == "rise") {
        options.pixelsAStep = one["step"];
        options.hidden = HidingPicture::NetworkMean;
        options.start = HidingPicture::RiseBlur;
        options.area = AreaRule::EqualSteps;
    }
    return options;
}

std::vector<double> ys(const Measured &measured)
{
    std::vector<double> values;
    for (const CurvePoint &point : measured.curve)
        values.push_back(point.y);
    return values;
}

/// Sums of the picture times 1, 2 and 3 as logits.
ToyNetwork sums()
{
    return ToyNetwork([](const at::Tensor &x) { return x.mean({1, 2, 3}).unsqueeze(1) * at::arange(1, 4); });
}

/// The probability of class 2 for a picture of this mean.
double probability(double mean) { return softmax({mean, 2 * mean, 3 * mean})[2]; }

} // namespace

TEST_CASE("deletion and insertion equal the reference in float64, as ours and as RISE's")
{
    const auto network = narrowNetwork();
    const Photo photo = measuredPhoto();
    const nlohmann::json cases = expectedJson("trust")["removal"];
    REQUIRE_FALSE(cases.empty());
    for (const nlohmann::json &one : cases) {
        INFO(one["heat"] << " " << one["how"]);
        const MeasureInput input = heatInput(*network, photo, measuredHeat(one["heat"]));
        const auto deletion = taken(asIn(one, RemovalValue::Deletion), input);
        const auto insertion = taken(asIn(one, RemovalValue::Insertion), input);
        const auto difference = taken(asIn(one, RemovalValue::Difference), input);
        CHECK(largestDifference(ys(*deletion), one["hidden"]) < 1e-12);
        CHECK(largestDifference(ys(*insertion), one["back"]) < 1e-12);
        const double deleted = one["deletion"];
        const double inserted = one["insertion"];
        CHECK(std::abs(deletion->value - deleted) < 1e-12);
        CHECK(std::abs(insertion->value - inserted) < 1e-12);
        CHECK(std::abs(difference->value - (inserted - deleted)) < 1e-12);
        for (std::size_t i = 0; i < difference->curve.size(); ++i) {
            CHECK(std::abs(difference->curve[i].x - one["shares"][i].get<double>()) < 1e-15);
            CHECK(std::abs(difference->curve[i].y - (ys(*insertion)[i] - ys(*deletion)[i])) < 1e-12);
        }
    }
}

TEST_CASE("the curves of a toy are as by hand, and both share the photo")
{
    int pictures = 0;
    const ToyNetwork network([&](const at::Tensor &x) {
        pictures += int(x.size(0));
        return x.mean({1, 2, 3}).unsqueeze(1) * at::arange(1, 4);
    });
    const Photo photo = blackAndWhite(0); // white on the right
    const MeasureInput input = heatInput(network, photo, heatOfValues(4, 2, {1, 2, 3, 8, 4, 5, 6, 7}), 2);
    const RemovalOptions options{.steps = 3, .start = HidingPicture::Black}; // 3, 3 and 2 pixels
    const auto found = taken(options, input);
    REQUIRE(found);
    CHECK(pictures == 7);
    // Hidden are, of 4 white pixels, none, then 3, then all.
    const std::vector<double> white = {4, 1, 0, 0};
    const std::vector<double> shares = {0, 3.0 / 8, 6.0 / 8, 1};
    double area = 0;
    for (std::size_t i = 0; i < white.size(); ++i) {
        const double expected = probability((4 - white[i]) / 8) - probability(white[i] / 8);
        CHECK(found->curve.at(i).x == shares[i]);
        CHECK(found->curve.at(i).y == Approx(expected).epsilon(1e-6));
        if (i > 0)
            area += (found->curve[i].y + found->curve[i - 1].y) / 2 * (shares[i] - shares[i - 1]);
    }
    CHECK(found->value == Approx(area));
}

TEST_CASE("equal pixels are hidden in an order that the seed alone decides")
{
    const Map heat{1, 2, 4, {1, 0, 1, 0, 1, 0, 1, 0}};
    const std::vector<int> order = pixelOrder(heat, 16);
    CHECK(std::set<int>(order.begin(), order.begin() + 4) == std::set<int>{0, 2, 4, 6});
    CHECK(order == pixelOrder(heat, 16));
    CHECK(order != pixelOrder(heat, 17));
    const std::vector<int> shuffled = NumpyRandom(16).permutation(8);
    CHECK(pixelOrder({1, 2, 4, std::vector<double>(8, 1.0)}, 16) == shuffled);
}

TEST_CASE("a network's mean colour hides pixels in the order of its channels")
{
    const at::Tensor picture = at::rand({1, 3, 2, 4}, at::kDouble);
    InputDescription input;
    CHECK(hidingPicture(HidingPicture::NetworkMean, picture, input).abs().sum().item<double>() == 0);
    input.mean = {0.1, 0.2, 0.3};
    CHECK(hidingPicture(HidingPicture::NetworkMean, picture, input)[0][0][1][1].item<double>() == 0.1);
    input.channels = InputDescription::Channels::BGR;
    CHECK(hidingPicture(HidingPicture::NetworkMean, picture, input)[0][0][1][1].item<double>() == 0.3);
    // A blur whose edges are reflected darkens nothing.
    const at::Tensor white = at::ones_like(picture);
    CHECK(largest(toMap(hidingPicture(HidingPicture::Blurred, white, input) - white).values) < 1e-12);
    CHECK(hidingPicture(HidingPicture::RiseBlur, white, input).max().item<double>() < 0.5);
}

TEST_CASE("hiding the hottest pixels equals the reference")
{
    const auto network = narrowNetwork();
    const Photo photo = measuredPhoto();
    const nlohmann::json cases = expectedJson("trust")["hidden"];
    REQUIRE_FALSE(cases.empty());
    for (const nlohmann::json &one : cases) {
        INFO(one);
        TopHiddenOptions options{.share = one["share"]};
        if (one["fill"] == "blurred")
            options.hidden = HidingPicture::Blurred;
        const auto found = taken(options, heatInput(*network, photo, measuredHeat(one["heat"])));
        REQUIRE(found);
        const double before = one["before"];
        const double left = one["left"];
        CHECK(std::abs(found->value - left) < 1e-12);
        CHECK(std::abs(*found->detail("before") - before) < 1e-12);
        CHECK(std::abs(*found->detail("relative") - left / before) < 1e-11);
        CHECK_FALSE(found->detail("none"));
    }
}

TEST_CASE("average drop, increase and gain equal the reference, and say the map's area")
{
    const auto network = narrowNetwork();
    const Photo photo = measuredPhoto();
    const MeasureInput input = heatInput(*network, photo, measuredHeat("smooth"));
    const nlohmann::json expected = expectedJson("trust")["confidence"];
    const auto valueOf = [&](ConfidenceValue value) {
        return taken(MaskedConfidenceOptions{value}, input)->value;
    };
    CHECK(std::abs(valueOf(ConfidenceValue::Drop) - expected["drop"].get<double>()) < 1e-12);
    CHECK(std::abs(valueOf(ConfidenceValue::Gain) - expected["gain"].get<double>()) < 1e-12);
    CHECK(valueOf(ConfidenceValue::Increase) == (expected["after"] > expected["before"]));
    const auto drop = taken(MaskedConfidenceOptions{}, input);
    for (const char *name : {"before", "after", "area"})
        CHECK(std::abs(*drop->detail(name) - expected[name].get<double>()) < 1e-12);
    // A map of ones has no drop, and all of the picture.
    const auto ones = taken(MaskedConfidenceOptions{},
        heatInput(*network, photo, heatOfValues(128, 128, std::vector<double>(128 * 128, 7.0))));
    CHECK(ones->value == 0);
    CHECK(ones->detail("area") == 1.0);
}

TEST_CASE("where nothing can be said of a heat, nothing is")
{
    const ToyNetwork network = sums();
    const Photo photo = blackAndWhite(0);
    const auto saysNothing = [&](const MeasureInput &input) {
        return !taken(RemovalOptions{}, input) && !taken(TopHiddenOptions{.share = 0.5}, input);
    };
    const double nan = std::nan("");
    CHECK(saysNothing(heatInput(network, photo, heatOfValues(4, 2, std::vector<double>(8, 0.0)), 2)));
    CHECK(saysNothing(heatInput(network, photo, heatOfValues(4, 2, std::vector<double>(8, 3.0)), 2)));
    CHECK(saysNothing(heatInput(network, photo, heatOfValues(4, 2, {nan, 1, 2, 3, 4, 5, 6, 7}), 2)));
    const auto heat = heatOfValues(4, 2, {0, 1, 2, 3, 4, 5, 6, 7});
    CHECK(saysNothing(heatInput(network, photo, heat, std::nullopt)));
    CHECK_FALSE(saysNothing(heatInput(network, photo, heat, 2)));
    ToyNetwork numbers = sums();
    numbers.setTask(Task::Values);
    CHECK(saysNothing(heatInput(numbers, photo, heat, 2)));
    // So small a share is no pixel, so large a one all of them.
    for (const double share : {0.0, 0.01, 0.99, 1.0})
        CHECK_FALSE(taken(TopHiddenOptions{.share = share}, heatInput(network, photo, heat, 2)));
    for (const double value : {0.0, nan}) {
        const auto empty = heatOfValues(4, 2, std::vector<double>(8, value));
        CHECK_FALSE(taken(MaskedConfidenceOptions{}, heatInput(network, photo, empty, 2)));
    }
}

TEST_CASE("a network that says the same to everything has the difference 0")
{
    const ToyNetwork network([](const at::Tensor &x) { return at::zeros({x.size(0), 3}); });
    const Photo photo = blackAndWhite(0);
    const MeasureInput input = heatInput(network, photo, heatOfValues(4, 2, {0, 1, 2, 3, 4, 5, 6, 7}), 2);
    CHECK(taken(RemovalOptions{}, input)->value == 0);
    CHECK(taken(RemovalOptions{RemovalValue::Deletion}, input)->value == Approx(1.0 / 3));
    CHECK(taken(MaskedConfidenceOptions{ConfidenceValue::Gain}, input)->value == 0);
}

TEST_CASE("bad parameters, a class that is not there and NaN are refused; memory that runs out is not fatal")
{
    const Photo photo = blackAndWhite(0);
    const auto heat = heatOfValues(4, 2, {0, 1, 2, 3, 4, 5, 6, 7});
    const auto kindOf = [&](const Network &network, const RemovalOptions &options, int label) {
        const auto error = errorOf([&] { taken(options, heatInput(network, photo, heat, label)); });
        return error ? error->kind() : ErrorKind::Internal;
    };
    const ToyNetwork network = sums();
    const ToyNetwork never([](const at::Tensor &x) { return x.sum({2, 3}) * std::nan(""); });
    CHECK(kindOf(network, {.steps = 0}, 2) == ErrorKind::InvalidOption);
    CHECK(kindOf(network, {.pixelsAStep = -1}, 2) == ErrorKind::InvalidOption);
    CHECK(kindOf(network, {}, 3) == ErrorKind::ClassOutOfRange);
    CHECK(kindOf(never, {}, 2) == ErrorKind::NotFinite);
    const ToyNetwork small([](const at::Tensor &x) {
        if (x.size(0) > 3)
            throw Error(ErrorKind::OutOfMemory);
        return x.mean({1, 2, 3}).unsqueeze(1) * at::arange(1, 4);
    });
    CHECK(taken(RemovalOptions{}, heatInput(small, photo, heat, 2))->value
        == Approx(taken(RemovalOptions{}, heatInput(network, photo, heat, 2))->value));
}

TEST_CASE("a measurement that is stopped has no result yet")
{
    const ToyNetwork network = sums();
    const Photo photo = blackAndWhite(0);
    const MeasureInput input = heatInput(network, photo, heatOfValues(4, 2, {0, 1, 2, 3, 4, 5, 6, 7}), 2);
    const NetworkMeasure<RemovalOptions> measure;
    const auto measurement = measure.start(input);
    CHECK(measurement->step());
    CHECK(measurement->progress().total == 17);
    CHECK(measurement->progress().done == 10);
    CHECK_FALSE(measurement->result());
    CHECK_FALSE(measurement->step());
    CHECK(measurement->result());
    CHECK(measure.traits().passes == 41);
}
