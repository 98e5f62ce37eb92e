#include "core/engine/ridge.h"

#include "tests/support/catch.h"

#include <cmath>
#include <random>

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

TEST_CASE("the standard error of two rows, worked out by hand")
{
    // As in the first test the slope is 12/7. Leaving out either row leaves one, whose fit has the slope 0,
    // so either move is 12/7 and the error is √(2·(12/7)²).
    const std::vector<LinearFit> fits = weightedRidge({0, 1}, {1, 5}, {1, 3}, 1);
    CHECK(fits[0].errors[0] == Approx(12.0 / 7 * std::sqrt(2.0)).epsilon(1e-13));
}

TEST_CASE("standard errors are what leaving out each row in turn gives")
{
    // Six rows of two features, and (more features than rows) of eight, fitted again without each row.
    const std::vector<std::uint8_t> bits{1, 1, 0, 1, 1, 0, 0, 0, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 1, 0, 0, 1, 0,
        1, 0, 0, 1, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 0, 0, 1, 1, 0, 1, 1, 0, 1, 0};
    const std::vector<double> targets{1, 0.3, 2, -1, 0.5, 4, -2, 2, 7, 0, 1, -3}; // of two classes
    const std::vector<double> weights{1, 0.5, 0.7, 0.2, 0.9, 0.4};
    for (const int width : {2, 8}) {
        const std::vector<std::uint8_t> rows(bits.begin(), bits.begin() + 6 * width);
        const std::vector<LinearFit> whole = weightedRidge(rows, targets, weights, 1);
        std::vector<double> squares(std::size_t(2 * width), 0.0);
        for (int left = 0; left < 6; ++left) {
            auto fewerRows = rows;
            auto fewerTargets = targets;
            auto fewerWeights = weights;
            fewerRows.erase(fewerRows.begin() + left * width, fewerRows.begin() + (left + 1) * width);
            fewerTargets.erase(fewerTargets.begin() + left * 2, fewerTargets.begin() + (left + 1) * 2);
            fewerWeights.erase(fewerWeights.begin() + left);
            const std::vector<LinearFit> fits = weightedRidge(fewerRows, fewerTargets, fewerWeights, 1);
            for (std::size_t k = 0; k < 2; ++k)
                for (std::size_t j = 0; j < std::size_t(width); ++j)
                    squares[k * std::size_t(width) + j] += std::pow(fits[k].slope[j] - whole[k].slope[j], 2);
        }
        for (std::size_t k = 0; k < 2; ++k)
            for (std::size_t j = 0; j < std::size_t(width); ++j)
                CHECK(whole[k].errors[j]
                    == Approx(std::sqrt(squares[k * std::size_t(width) + j])).epsilon(1e-11).margin(1e-14));
    }
}

TEST_CASE("standard errors tell how far the slopes move with other rows")
{
    // 300 draws of 200 rows of five features. The target is no linear function of them and its noise is five
    // times as large where the last one is set, so that an error taken from the mean residual would be wrong.
    // The spread of the slopes over the draws is known to 1/√(2·300), some 4 %.
    constexpr int draws = 300;
    constexpr int rows = 200;
    constexpr int width = 5;
    std::mt19937 random(16);
    std::normal_distribution<double> noise;
    std::vector<double> sum(width, 0.0);
    std::vector<double> squares(width, 0.0);
    std::vector<double> claimed(width, 0.0);
    for (int draw = 0; draw < draws; ++draw) {
        std::vector<std::uint8_t> features;
        std::vector<double> targets;
        std::vector<double> weights;
        for (int i = 0; i < rows; ++i) {
            std::vector<std::uint8_t> row(width);
            for (std::uint8_t &bit : row)
                bit = random() & 1u;
            features.insert(features.end(), row.begin(), row.end());
            targets.push_back(row[0] + 2.0 * row[1] * row[2] + (row[4] ? 0.5 : 0.1) * noise(random));
            weights.push_back(std::exp(-0.5 * (width - row[0] - row[1] - row[2] - row[3] - row[4])));
        }
        const LinearFit fit = weightedRidge(features, targets, weights, 1).front();
        for (int j = 0; j < width; ++j) {
            const auto each = std::size_t(j);
            sum[each] += fit.slope[each];
            squares[each] += fit.slope[each] * fit.slope[each];
            claimed[each] += fit.errors[each] * fit.errors[each];
        }
    }
    for (std::size_t j = 0; j < width; ++j) {
        const double variance = (squares[j] - sum[j] * sum[j] / draws) / (draws - 1);
        CHECK(std::sqrt(claimed[j] / draws) == Approx(std::sqrt(variance)).epsilon(0.12)); // three times 4 %
    }
}
