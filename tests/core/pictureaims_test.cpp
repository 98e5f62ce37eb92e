#include "tests/core/pictureparts.h"

#include "core/engine/pictureaims.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

TEST_CASE("what pictures are made for equals PyTorch's, with its gradient")
{
    const nlohmann::json expected = expectedJson("optimise-parts")["of-maps"];
    const at::Tensor maps = uniform(4, {3, 4, 3, 5}) - 0.3;
    const at::Tensor direction = at::tensor({1.0, 0.0, -0.5, 2.0}, at::kDouble);
    const auto along = [&](double power) {
        return [&direction, power](const at::Tensor &a) { return alongDirection(a, direction, power); };
    };
    CHECK(differenceOf(expected["along-0"], maps, along(0)) < 1e-12);
    CHECK(differenceOf(expected["along-1"], maps, along(1)) < 1e-12);
    CHECK(differenceOf(expected["along-2"], maps, along(2.5)) < 1e-12);
    CHECK(differenceOf(expected["likeness"], maps, likeness) < 1e-12);
    CHECK(differenceOf(expected["middle"], maps, [](const at::Tensor &a) {
        std::vector<at::Tensor> each;
        for (std::int64_t filter = 0; filter < a.size(1); ++filter)
            each.push_back(middleOf(a.select(1, filter)));
        return at::stack(each, 1);
    }) < 1e-12);
}

TEST_CASE("what keeps pictures calm equals PyTorch's, with its gradient")
{
    const nlohmann::json expected = expectedJson("optimise-parts")["of-pictures"];
    const at::Tensor pictures = uniform(3, {2, 3, 6, 9});
    CHECK(differenceOf(expected["variation"], pictures, totalVariation) < 1e-12);
    CHECK(differenceOf(expected["gray"], pictures, distanceFromGray) < 1e-12);
    CHECK(differenceOf(expected["blur"], pictures, sharpness) < 1e-12);
}

TEST_CASE("how alike pictures are, by hand")
{
    // Equal maps have equal Gram matrices: each of the two ordered pairs counts 1, over two pictures.
    const at::Tensor map = uniform(1, {1, 2, 3, 3});
    CHECK(likeness(at::cat({map, map})).item<double>() == Approx(1));
    CHECK(likeness(at::cat({map, map * 5})).item<double>() == Approx(1)); // whatever their sizes
    CHECK(likeness(map).item<double>() == Approx(0).margin(1e-15));
    CHECK(likeness(at::zeros({2, 2, 3, 3}, at::kDouble)).item<double>() == 0);
    // Filters that respond one in each picture have nothing in common.
    at::Tensor apart = at::zeros({2, 2, 1, 1}, at::kDouble);
    apart[0][0].fill_(3);
    apart[1][1].fill_(2);
    CHECK(likeness(apart).item<double>() == 0);
}
