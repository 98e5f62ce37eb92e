#include "tests/core/toynetwork.h"

#include "core/explain/networkmeasure.h"
#include "core/image/imputation.h"

#include "tests/core/measuredheat.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

std::optional<Measured> taken(const RoadOptions &options, const MeasureInput &input)
{
    return takeMeasure(NetworkMeasure<RoadOptions>(options), input);
}

} // namespace

TEST_CASE("imputation equals SciPy's solution of the same equations")
{
    NumpyRandom random(16);
    const nlohmann::json cases = expectedJson("trust")["imputation"];
    REQUIRE_FALSE(cases.empty());
    for (const nlohmann::json &one : cases) {
        const std::string name = one["name"];
        INFO(name);
        Map picture{3, one["height"], one["width"], {}};
        const auto pixels = std::size_t(picture.height) * std::size_t(picture.width);
        for (std::size_t i = 0; i < 3 * pixels; ++i)
            picture.values.push_back(random.uniform());
        std::vector<std::uint8_t> removed;
        for (std::size_t i = 0; i < pixels; ++i)
            removed.push_back(random.uniform() < one["share"].get<double>() ? 1 : 0);
        CHECK(std::count(removed.begin(), removed.end(), 1) == one["removed"].get<int>());
        const double off = largestDifference(imputed(picture, removed).values, expectedArray(name).values);
        INFO(off);
        CHECK(off < 1e-10);
    }
}

TEST_CASE("a flat picture stays flat, and where nothing is removed nothing changes")
{
    const Map flat{1, 3, 4, std::vector<double>(12, 0.25)};
    std::vector<std::uint8_t> removed(12, 1);
    removed[5] = 0;
    for (const double value : imputed(flat, removed).values)
        CHECK(value == Approx(0.25).epsilon(1e-12));
    const Map other{1, 1, 3, {1, 2, 4}};
    CHECK(imputed(other, {0, 0, 0}).values == other.values);
    CHECK(imputed(other, {0, 1, 0}).values[1] == Approx(2.5));
    CHECK(imputed(other, {0, 1, 1}).values[2] == Approx(1.0));
}

TEST_CASE("ROAD equals the reference, with and without noise, and where values are equal")
{
    const auto network = narrowNetwork();
    const Photo photo = measuredPhoto();
    const nlohmann::json cases = expectedJson("trust")["road"];
    REQUIRE_FALSE(cases.empty());
    for (const nlohmann::json &one : cases) {
        INFO(one["heat"] << " " << one["ties"]);
        const RoadOptions options{
            .ties = *fromWord<RoadTies>(one["ties"].get<std::string>()), .noise = one["noise"]};
        const auto found = taken(options, heatInput(*network, photo, measuredHeat(one["heat"])));
        REQUIRE(found);
        INFO(found->value - one["value"].get<double>());
        CHECK(std::abs(found->value - one["value"].get<double>()) < 1e-9);
        for (std::size_t i = 0; i < 9; ++i) {
            CHECK(found->curve.at(i).x == Approx(0.1 * double(i + 1)));
            CHECK(std::abs(found->curve[i].y - one["parts"][8 - i].get<double>()) < 1e-9);
        }
    }
}

TEST_CASE("ROAD says nothing where all would be removed, nor of a heat without an order")
{
    const ToyNetwork network([](const at::Tensor &x) { return x.sum({2, 3}); });
    const Photo photo = blackAndWhite(0);
    const auto heat = heatOfValues(4, 2, {0, 0, 0, 0, 0, 0, 0, 1});
    CHECK_FALSE(taken({.ties = RoadTies::Together}, heatInput(network, photo, heat, 2)));
    CHECK(taken({}, heatInput(network, photo, heat, 2)));
    CHECK_FALSE(taken({}, heatInput(network, photo, heat, std::nullopt)));
    const auto constant = heatOfValues(4, 2, std::vector<double>(8, 1.0));
    CHECK_FALSE(taken({}, heatInput(network, photo, constant, 2)));
    const ToyNetwork same([](const at::Tensor &x) { return at::ones({x.size(0), 3}); });
    CHECK(taken({}, heatInput(same, photo, heat, 2))->value == 0);
    CHECK(NetworkMeasure<RoadOptions>().traits().passes == 19);
}
