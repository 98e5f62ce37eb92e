#include "core/explain/completenesserror.h"
#include "core/explain/likeness.h"
#include "core/explain/rankaccuracy.h"

#include "tests/core/measuredheat.h"
#include "tests/support/catch.h"

#include <limits>

using namespace convscope;
using namespace convscope::test;

namespace {

constexpr double tolerance = 1e-12;

Map noiseMap(NumpyRandom &random)
{
    Map map{1, 20, 31, {}};
    for (int i = 0; i < 20 * 31; ++i)
        map.values.push_back(random.uniform());
    return map;
}

template <typename Function> Map combined(const Map &a, const Map &b, Function &&function)
{
    Map map = a;
    for (std::size_t i = 0; i < map.values.size(); ++i)
        map.values[i] = function(a.values[i], b.values[i]);
    return map;
}

double inSteps(double value) { return std::floor(value * 5); }

} // namespace

TEST_CASE("Spearman's correlation and SSIM equal SciPy's and scikit-image's")
{
    NumpyRandom random(16);
    const Map a = noiseMap(random);
    const Map b = noiseMap(random);
    const Map steps = combined(a, b, [](double x, double) { return inSteps(x); });
    const Map mixed = combined(a, b, [](double x, double y) { return inSteps(x + y / 2); });
    const Map squares = combined(a, b, [](double x, double) { return x * x; });
    const Map like = combined(a, b, [](double x, double y) { return (3 * x + y) / 4; });
    const Map fifths = combined(a, b, [](double x, double) { return inSteps(x) / 5; });
    const nlohmann::json expected = expectedJson("trust")["likeness"];
    const auto isExpected = [](const nlohmann::json &value, const std::optional<double> &found) {
        REQUIRE(found);
        INFO(*found - value.get<double>());
        CHECK(std::abs(*found - value.get<double>()) < tolerance);
    };
    isExpected(expected["spearman"]["noise"], spearman(a.values, b.values));
    isExpected(expected["spearman"]["steps"], spearman(steps.values, mixed.values));
    isExpected(expected["spearman"]["squares"], spearman(a.values, squares.values));
    isExpected(expected["ssim"]["noise"], ssim(a, b, 1));
    isExpected(expected["ssim"]["like"], ssim(a, like, 1));
    isExpected(expected["ssim"]["steps"], ssim(fifths, a, 1));
    CHECK(*ssim(a, a, 1) == Approx(1).epsilon(tolerance));
}

TEST_CASE("ranks of equal values are their mean, and a constant map is like nothing")
{
    CHECK(ranksOf({3, 1, 3, 2}) == std::vector<double>{3.5, 1, 3.5, 2});
    CHECK(spearman({1, 2, 3}, {6, 5, 4}) == Approx(-1));
    CHECK_FALSE(spearman({1, 2, 3}, {4, 4, 4}));
    CHECK_FALSE(spearman({1, 2, 3}, {1, 2, std::nan("")}));
    const Map small{1, 10, 40, std::vector<double>(400, 0.0)};
    CHECK_FALSE(ssim(small, small, 1));
}

TEST_CASE("rank accuracy is the share of the mask's size among its hottest pixels")
{
    NumpyRandom random(16);
    const Map heat = noiseMap(random);
    Mask mask{31, 20, {}};
    for (std::size_t i = 0; i < heat.values.size(); ++i)
        mask.inside.push_back(random.uniform() < 0.2 ? 1 : 0);
    const std::optional<double> found = rankAccuracy(heat, mask);
    REQUIRE(found);
    CHECK(std::abs(*found - expectedJson("trust")["rank"].get<double>()) < tolerance);
    // Of two pixels the hotter one is food, and one of three equal ones.
    const Mask two{4, 1, {1, 1, 0, 0}};
    CHECK(rankAccuracy({1, 1, 4, {9, 2, 2, 2}}, two) == Approx((1 + 1.0 / 3) / 2));
    CHECK(rankAccuracy({1, 1, 4, {1, 2, 3, 4}}, two) == 0.0);
    CHECK_FALSE(rankAccuracy({1, 1, 4, {2, 2, 2, 2}}, two));
    CHECK_FALSE(rankAccuracy({1, 1, 4, {1, 2, 3, std::nan("")}}, two));
    CHECK_FALSE(rankAccuracy({1, 1, 4, {1, 2, 3, 4}}, Mask{4, 1, {1, 1, 1, 1}}));
}

TEST_CASE("what an attribution misses is measured as a part of what it explains")
{
    Attribution answer;
    answer.map = {1, 1, 2, {1, 2}};
    answer.completeness = Completeness{3, 4};
    const Photo photo{{}, 0, Image{2, 1, std::vector<std::uint8_t>(6)}, {}};
    const auto taken = [&] {
        const Answer any = answer;
        return takeMeasure(*completenessMeasure(), measureInput(any, photo));
    };
    REQUIRE(taken());
    CHECK(taken()->value == 0.25);
    CHECK(taken()->detail("error") == -1.0);
    CHECK(taken()->detail("difference") == 4.0);
    for (const Completeness &parts : {Completeness{3, 0}, Completeness{std::nan(""), 2}}) {
        answer.completeness = parts;
        CHECK_FALSE(taken());
    }
    answer.completeness.reset();
    CHECK_FALSE(taken());
}

TEST_CASE("coarse rivals are noise in cells, one after the other from one stream")
{
    const std::vector<Map> heats = rivalHeats(Rival::Coarse, 128, 128);
    CHECK(heats.size() == 10);
    for (int i = 0; i < 2; ++i) {
        const Array expected = expectedArray("trust-coarse-" + std::to_string(i));
        CHECK(largestDifference(sampled(heats[std::size_t(i)], 5), expected.values) < tolerance);
    }
    const std::vector<Map> fine = rivalHeats(Rival::Random, 4, 2, 2);
    NumpyRandom random(rivalSeed);
    for (const Map &heat : fine) {
        for (const double value : heat.values)
            CHECK(value == random.uniform());
    }
    CHECK(word(Rival::Coarse) == std::string("coarse"));
}
