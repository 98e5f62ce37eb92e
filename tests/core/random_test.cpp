#include "core/explain/random.h"

#include "core/methods/featurevisualisation.h"
#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

TEST_CASE("the random stream is NumPy's RandomState")
{
    const nlohmann::json expected = expectedJson("random");

    NumpyRandom random(16);
    CHECK(random.below(1000) == expected["seed16"]["below1000"].get<std::uint32_t>());
    std::vector<std::uint32_t> bits;
    for (int i = 0; i < 40; ++i)
        bits.push_back(random.below(2));
    CHECK(bits == expected["seed16"]["bits"].get<std::vector<std::uint32_t>>());

    // Thirty draws below 600 of 1024: many are drawn again.
    NumpyRandom largest(4294967295);
    for (const nlohmann::json &value : expected["largest"]["below600"])
        CHECK(largest.below(600) == value.get<std::uint32_t>());
    CHECK(largest.drawn() > 30);
    for (const nlohmann::json &value : expected["largest"]["uniform"])
        CHECK(largest.uniform() == value.get<double>());
}

TEST_CASE("permutations and choices are those of NumPy's RandomState")
{
    const nlohmann::json expected = expectedJson("random")["choices"];
    NumpyRandom random(3);
    CHECK(random.permutation(17) == expected["permutation17"].get<std::vector<int>>());
    CHECK(random.choice({0.1, 0.0, 0.25, 0.6, 0.05}, 40) == expected["choice"].get<std::vector<int>>());
    CHECK(random.choice({2, 1, 1}, 10) == expected["unnormalised"].get<std::vector<int>>());
    CHECK(random.below(1) == 0); // draws nothing
    CHECK(random.permutation(1) == std::vector<int>{0});
    CHECK(random.permutation(0).empty());
    CHECK(random.uniform() == expected["after"].get<double>());
}

TEST_CASE("normal numbers are NumPy's, and their pairs are kept between other draws")
{
    const auto expected = expectedJson("smoothgrad")["normals"]["numpy"].get<std::vector<double>>();
    NumpyRandom random(16);
    for (int i = 0; i < 7; ++i)
        CHECK(random.normal() == expected[std::size_t(i)]);
    CHECK(random.uniform() == expected[7]);
    for (std::size_t i = 8; i < expected.size(); ++i)
        CHECK(0.25 * random.normal() == expected[i]);
}

TEST_CASE("a stream that starts further on goes on as the whole one")
{
    NumpyRandom whole(5);
    for (int i = 0; i < 700; ++i)
        whole.below(2);
    NumpyRandom later(5, 700);
    CHECK(later.drawn() == whole.drawn());
    CHECK(later.uniform() == whole.uniform());
}

TEST_CASE("noise is random_sample in float32")
{
    const auto expected = expectedJson("random")["noise7"].get<std::vector<double>>();
    const Map map = noise(7, {128, 128});
    CHECK(map.values.size() == 3u * 128u * 128u);
    CHECK(std::vector<double>(map.values.begin(), map.values.begin() + 20) == expected);
}
