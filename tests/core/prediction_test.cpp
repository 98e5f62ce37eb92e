#include "core/network/prediction.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"

#include <nlohmann/json.hpp>

#include <cmath>

using namespace convscope;

TEST_CASE("softmax of small numbers by hand")
{
    // e^0, e^ln 2, e^ln 3 are 1, 2, 3 of 6.
    const std::vector<double> probabilities = softmax({0, std::log(2.0), std::log(3.0)});
    CHECK(probabilities[0] == Approx(1 / 6.0));
    CHECK(probabilities[1] == Approx(2 / 6.0));
    CHECK(probabilities[2] == Approx(3 / 6.0));
    CHECK(softmax({}).empty());
}

TEST_CASE("softmax of huge logits does not overflow")
{
    const std::vector<double> probabilities = softmax({1e300, 1e300, -1e300});
    CHECK(probabilities == std::vector<double>{0.5, 0.5, 0});
    CHECK(softmax({1e4, 0}) == std::vector<double>{1, 0});
}

TEST_CASE("top classes come largest first, equals by index")
{
    const Prediction prediction{{1, 5, 3, 5, -2, 3}, {}};
    CHECK(prediction.best() == 1);
    CHECK(prediction.top(5) == std::vector<int>{1, 3, 2, 5, 0});
    CHECK(prediction.top(1) == std::vector<int>{1});
    CHECK(prediction.top(100).size() == 6);
    CHECK(prediction.top(0).empty());
}

TEST_CASE("a picture is predicted as the reference predicts it")
{
    const auto network = narrowNetwork();
    const Photo photo = loadPhoto({testFile("food/validation/5_0.jpg"), 5}, network->info().input);
    const Prediction prediction = predict(*network, photo.input);
    const auto expected = nlohmann::json::parse(referenceText("network.json"))["logits"]["validation/5_0.jpg"]
                              .get<std::vector<double>>();
    REQUIRE(prediction.logits.size() == 11);
    for (std::size_t i = 0; i < 11; ++i)
        CHECK(std::abs(prediction.logits[i] - expected[i]) < 1e-9);
    CHECK(prediction.best() == 3); // wrong, as in the reference's confusion matrix
    CHECK(prediction.probabilities == softmax(prediction.logits));
}

TEST_CASE("an answer that is no number is an error")
{
    // Its weights are finite, but the last layer's 3e38 · x is not.
    const auto network =
        openNetwork(testFile("checkpoints/overflowing-answer.pth"), {testDevice(), Precision::Float32});
    Image gray{128, 128, std::vector<std::uint8_t>(128 * 128 * 3, 128)};
    const auto error = errorOf([&] { predict(*network, gray); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::NotFinite);
    CHECK(error->phrase() == Phrase{Phrase::Logits});
}
