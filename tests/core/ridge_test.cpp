#include "core/explain/ridge.h"

#include "tests/support/catch.h"

using namespace convscope;

TEST_CASE("ridge regression of one feature, worked out by hand")
{
    // x = 0, 1 with weights 1, 3 and y = 1, 5. Weighted means: x̄ = 3/4, ȳ = 4.
    // Σw(x−x̄)² = 9/16 + 3/16 = 3/4, Σw(x−x̄)(y−ȳ) = 9/4 + 3/4 = 3. With alpha 1: slope = 3/(3/4 + 1) = 12/7,
    // intercept = 4 − 12/7·3/4 = 19/7. Residuals: 1 − 19/7 = −12/7 and 5 − 31/7 = 4/7;
    // R² = 1 − (144/49 + 3·16/49)/(9 + 3) = 1 − 192/588 = 33/49.
    const std::vector<LinearFit> fits = weightedRidge({0, 1}, {1, 5}, {1, 3}, 1);
    REQUIRE(fits.size() == 1);
    CHECK(fits[0].slope[0] == Approx(12.0 / 7).epsilon(1e-14));
    CHECK(fits[0].intercept == Approx(19.0 / 7).epsilon(1e-14));
    CHECK(fits[0].r2 == Approx(33.0 / 49).epsilon(1e-14));
}

TEST_CASE("several targets are fitted each for itself")
{
    const std::vector<std::uint8_t> rows{1, 1, 0, 1, 1, 0, 0, 0};
    const std::vector<double> weights{1, 0.5, 0.7, 0.2};
    const std::vector<LinearFit> both = weightedRidge(rows, {3, 0.5, 2, -1, 1, 4, 0, 2}, weights, 1);
    const std::vector<LinearFit> first = weightedRidge(rows, {3, 2, 1, 0}, weights, 1);
    REQUIRE(both.size() == 2);
    CHECK(both[0].slope[0] == Approx(first[0].slope[0]).epsilon(1e-13));
    CHECK(both[0].slope[1] == Approx(first[0].slope[1]).epsilon(1e-13));
    CHECK(both[1].slope[1] != Approx(first[0].slope[1]));
}

TEST_CASE("more features than rows: what both rows share weighs nothing")
{
    // x = (1,1,1), (1,0,0), y = 2, 0, weights 1. Centred: x = ±(0,½,½), y = ±1. By symmetry slope = (0,s,s)
    // with 2·½·(½s + ½s) + s = 2·½·1, so s = 1/2; intercept = 1 − 1/2·1/2·2 = 1/2.
    const std::vector<LinearFit> fits = weightedRidge({1, 1, 1, 1, 0, 0}, {2, 0}, {1, 1}, 1);
    CHECK(fits[0].slope[0] == Approx(0).margin(1e-15));
    CHECK(fits[0].slope[1] == Approx(0.5).epsilon(1e-14));
    CHECK(fits[0].slope[2] == Approx(0.5).epsilon(1e-14));
    CHECK(fits[0].intercept == Approx(0.5).epsilon(1e-14));
}

TEST_CASE("a target that never changes is explained by the intercept")
{
    const std::vector<LinearFit> fits = weightedRidge({0, 1, 1}, {4, 4, 4}, {1, 1, 1}, 1);
    CHECK(fits[0].slope[0] == 0);
    CHECK(fits[0].intercept == 4);
    CHECK(fits[0].r2 == 1);
}
