#include "tests/core/reference.h"
#include "tests/core/toynetwork.h"

#include "core/explain/sparseness.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

constexpr double tolerance = 1e-12;

/// What the measure says of an answer that has the size of its photo.
double sparsenessOf(const Answer &answer, int width, int height)
{
    Photo photo;
    photo.input = {width, height, std::vector<std::uint8_t>(std::size_t(3 * width * height))};
    const std::optional<Measured> measured = takeMeasure(*sparsenessMeasure(), measureInput(answer, photo));
    REQUIRE(measured);
    return measured->value;
}

Attribution attribution(const std::string &name, Meaning meaning)
{
    const Array array = expectedArray(name);
    Attribution answer;
    answer.map = {array.shape.at(0), array.shape.at(1), array.shape.at(2), array.values};
    answer.meaning = meaning;
    return answer;
}

std::vector<double> mapped(std::vector<double> values, double (*function)(double))
{
    std::ranges::transform(values, values.begin(), function);
    return values;
}

} // namespace

TEST_CASE("the Gini index is as by hand")
{
    // (−2·1 + 0·2 + 2·4) / (3·7); what is added to each value moves it a little.
    CHECK(giniIndex({4, 1, 2}) == Approx(6.0 / 21).epsilon(1e-6));
    CHECK(giniIndex({40, 20, 10}) == Approx(giniIndex({4, 1, 2})).epsilon(tolerance));
    CHECK(giniIndex({5}) == 0);
}

TEST_CASE("the Gini index is that of the reference")
{
    const nlohmann::json expected = expectedJson("measures")["made"];
    NumpyRandom random(16);
    std::vector<double> noise(128 * 128);
    for (double &value : noise)
        value = random.uniform();
    std::vector<double> one(100, 0.0);
    one[0] = 1;
    const auto isExpected = [&](const char *name, const std::vector<double> &values) {
        INFO(name);
        CHECK(std::abs(giniIndex(values) - expected[name].get<double>()) < tolerance);
    };
    isExpected("noise", noise);
    isExpected("squares", mapped(noise, [](double value) { return value * value; }));
    isExpected("steps", mapped(noise, [](double value) { return std::floor(value * 5); }));
    isExpected("one", one);
    isExpected("equal", std::vector<double>(99, 3.0));
}

TEST_CASE("sparseness is that of the heat, of signed and of unsigned maps")
{
    const nlohmann::json expected = expectedJson("measures");
    const auto isExpected = [&](const char *name, Meaning meaning) {
        INFO(name);
        const Attribution answer = attribution(name, meaning);
        const double value = sparsenessOf(answer, answer.map.width, answer.map.height);
        CHECK(std::abs(value - expected["attributions"][name].get<double>()) < tolerance);
    };
    isExpected("saliency-training-3_10-3-loss", Meaning::Sensitivity);
    isExpected("occlusion-default", Meaning::Evidence);
    isExpected("integrated-default", Meaning::Evidence);
    const Array array = expectedArray("activation-15-3");
    const Activation activation{{1, 32, 32, array.values}, {}};
    // Each value stands for 4×4 pixels, which does not change how even they are.
    for (const int side : {32, 128})
        CHECK(std::abs(sparsenessOf(activation, side, side) - expected["activation"].get<double>())
            < tolerance);
}

TEST_CASE("sparseness says nothing of a map that is empty or not finite")
{
    const Photo photo = blackAndWhite();
    for (const double value : {0.0, -1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
        const Answer answer = Activation{{1, 1, 2, {0, value}}, {}};
        CHECK_FALSE(takeMeasure(*sparsenessMeasure(), measureInput(answer, photo)));
    }
    const MeasureTraits &traits = sparsenessMeasure()->traits();
    CHECK_FALSE(traits.needsMask);
    CHECK_FALSE(traits.needsNetwork);
    CHECK(traits.better == Better::Neither);
}
