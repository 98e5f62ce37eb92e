#include "tests/core/pictureparts.h"

#include "core/engine/picturemoves.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

struct Named
{
    const char *name;
    std::function<at::Tensor(const at::Tensor &)> move;
};

const std::vector<Named> &moves()
{
    static const std::vector<Named> all{{"padded", padded},
        {"cropped", [](const at::Tensor &x) { return cropped(x, 2, 1, 0); }},
        {"small", [](const at::Tensor &x) { return stretched(x, 0.9); }},
        {"large", [](const at::Tensor &x) { return stretched(x, 1.06); }},
        {"left", [](const at::Tensor &x) { return turned(x, -10); }},
        {"right", [](const at::Tensor &x) { return turned(x, 7); }}};
    return all;
}

PictureMove moveOf(const nlohmann::json &numbers)
{
    return {numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]};
}

} // namespace

TEST_CASE("moves of pictures and their gradients equal PyTorch's")
{
    const nlohmann::json expected = expectedJson("optimise-parts");
    const at::Tensor pictures = uniform(3, {2, 3, 6, 9});
    for (const Named &one : moves()) {
        INFO(one.name);
        CHECK(differenceOf(expected["of-pictures"][one.name], pictures, one.move) < 1e-12);
        CHECK(transposeError(pictures, one.move) < 1e-15);
    }
    for (const nlohmann::json &one : expected["moved"]) {
        const auto move = [&](const at::Tensor &x) { return moved(x, moveOf(one["move"]), {9, 6}); };
        INFO(one["move"]);
        CHECK(differenceOf(one, pictures.narrow(0, 0, 1), move) < 1e-12);
        CHECK(transposeError(pictures, move) < 1e-15);
    }
}

TEST_CASE("larger pictures are stretched and turned as PyTorch does")
{
    const nlohmann::json expected = expectedJson("optimise-parts")["of-large"];
    const at::Tensor picture = uniform(8, {1, 3, 30, 24});
    for (const Named &one : moves()) {
        if (!expected.contains(one.name))
            continue;
        INFO(one.name);
        const at::Tensor found = one.move(picture).flatten();
        CHECK(largestDifference(numbersOf(found.slice(0, 0, c10::nullopt, 7)),
                  expected[one.name].get<std::vector<double>>())
            < 1e-12);
    }
}

TEST_CASE("moves are drawn from NumPy's stream")
{
    NumpyRandom random(21);
    for (const nlohmann::json &one : expectedJson("optimise-parts")["moves"])
        CHECK(drawnMove(random) == moveOf(one));
}

TEST_CASE("a move that moves nothing leaves the middle of the picture where it is")
{
    // 128 + 24 − 8 − 4 pixels become 128 again: only the scale of that last step is left.
    const at::Tensor picture = at::zeros({1, 3, 128, 128}, at::kDouble);
    picture.narrow(2, 60, 8).narrow(3, 60, 8).fill_(1);
    const at::Tensor found = moved(picture, {}, {128, 128});
    CHECK(found.sizes() == picture.sizes());
    CHECK(found[0][0][63][63].item<double>() == 1);
    CHECK(found[0][0][63][40].item<double>() == 0);
    CHECK(found[0][0][0][0].item<double>() == 0.5); // the padding
}
