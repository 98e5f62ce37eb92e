#include "tests/core/toynetwork.h"

#include "core/methods/edges.h"
#include "core/methods/randommap.h"

#include "core/explain/methods.h"
#include "core/explain/random.h"
#include "core/explain/readoptions.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

Attribution answerOf(const Network &network, const Photo &photo, const MethodOptions &options)
{
    const auto explanation = explain(network, photo, options);
    CHECK_FALSE(explanation->step());
    CHECK(explanation->progress().done == 1);
    return std::get<Attribution>(explanation->answer());
}

ToyNetwork sums()
{
    return ToyNetwork([](const at::Tensor &x) { return x.sum({2, 3}) * at::tensor({1.0f, 2.0f, 3.0f}); });
}

} // namespace

TEST_CASE("the parameters of a random map and of edges are written and read by name")
{
    const MethodOptions random = RandomMapOptions{{Target::Kind::Class, 2}, 16, 5};
    CHECK(fromJson("random", toJson(random)).options == random);
    const MethodOptions edges = EdgesOptions{{Target::Kind::Predicted}};
    CHECK(fromJson("edges", toJson(edges)).options == edges);
    const auto error = errorOf([&] { fromJson("random", R"({"cell": 0})"); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::InvalidOption);
}

TEST_CASE("a random map is NumPy's, in single pixels or in cells that are stretched")
{
    const auto network = narrowNetwork(Precision::Float32);
    const Photo photo = foodPhoto("training/3_10");
    const Attribution fine = answerOf(*network, photo, RandomMapOptions{});
    NumpyRandom random(16);
    CHECK(fine.map.values.size() == 128u * 128u);
    CHECK(fine.map.at(0, 0, 0) == random.uniform());
    CHECK(fine.map.at(0, 0, 1) == random.uniform());
    CHECK(fine.meaning == Meaning::Relevance);
    CHECK(fine.isRival);
    CHECK(fine.target == 3);
    for (const int cell : {16, 20}) {
        INFO(cell);
        const Attribution coarse = answerOf(*network, photo, RandomMapOptions{{}, cell});
        CHECK(
            largestDifference(sampled(coarse.map, 5), expectedArray("random-" + std::to_string(cell)).values)
            < 1e-12);
    }
    CHECK(answerOf(*network, photo, RandomMapOptions{{}, 1, 17}).map.values != fine.map.values);
}

TEST_CASE("edges are those of scikit-image's Sobel filter")
{
    const Attribution found =
        answerOf(*narrowNetwork(Precision::Float32), foodPhoto("training/3_10"), EdgesOptions{});
    CHECK(largestDifference(sampled(found.map, 5), expectedArray("edges").values) < 1e-12);
    CHECK(found.meaning == Meaning::Relevance);
    CHECK(found.isRival);
    // One upright edge between columns 1 and 2.
    const Attribution upright = answerOf(sums(), blackAndWhite(0), EdgesOptions{});
    const double max = 1 / std::sqrt(2);
    CHECK(largestDifference(upright.map.values, {0, max, max, 0, 0, max, max, 0}) < 1e-12);
}

TEST_CASE("the network says for which class a map that knows nothing of it is measured, and no more")
{
    for (const MethodOptions &options : {MethodOptions(RandomMapOptions{}), MethodOptions(EdgesOptions{})}) {
        INFO(methodName(options));
        const Attribution unknown = answerOf(sums(), blackAndWhite(), options);
        CHECK(unknown.target == 2);
        CHECK(unknown.notes == Notes{Note::LabelUnknown});
        const ToyNetwork other([](const at::Tensor &x) { return x.square().sum({2, 3}) - 7; });
        CHECK(answerOf(other, blackAndWhite(), options).map.values == unknown.map.values);
        const ToyNetwork never([](const at::Tensor &x) { return x.sum({2, 3}) * std::nan(""); });
        const auto error = errorOf([&] { explain(never, blackAndWhite(), options)->step(); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::NotFinite);
    }
    const auto outside = errorOf([] { EdgesRun(sums(), blackAndWhite(), {{Target::Kind::Class, 3}}); });
    REQUIRE(outside);
    CHECK(outside->kind() == ErrorKind::ClassOutOfRange);
}
