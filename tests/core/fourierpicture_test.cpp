#include "tests/core/pictureparts.h"

#include "core/engine/fourierpicture.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

TEST_CASE("pictures of frequencies and their gradients equal PyTorch's")
{
    const nlohmann::json expected = expectedJson("optimise-parts");
    for (const nlohmann::json &one : expected["pictures"]) {
        const FourierPicture fourier({int(one["width"]), int(one["height"])}, at::kDouble);
        INFO(one["width"] << " by " << one["height"]);
        CHECK(differenceOf(one, fourier.start(2, 11) * 40, [&](const at::Tensor &c) {
            return fourier.picture(c);
        }) < 1e-12);
    }
    CHECK(numbersOf(FourierPicture({6, 4}, at::kDouble).start(2, 11))
        == expected["start"].get<std::vector<double>>());
}

TEST_CASE("the gradient of a picture of frequencies is that of small differences")
{
    const FourierPicture fourier({8, 6}, at::kDouble);
    const at::Tensor start = (fourier.start(1, 3) * 40).requires_grad_(true);
    const at::Tensor weights = uniform(5, {1, 3, 6, 8});
    const auto score = [&](const at::Tensor &c) { return (fourier.picture(c) * weights).sum(); };
    const at::Tensor gradient = torch::autograd::grad({score(start)}, {start}).front();
    constexpr double h = 1e-5;
    for (std::int64_t i = 0; i < start.numel(); i += 7) {
        at::Tensor step = at::zeros_like(start).detach();
        step.view(-1)[i] = h;
        const double slope =
            (score(start.detach() + step) - score(start.detach() - step)).item<double>() / (2 * h);
        CHECK(slope == Approx(gradient.view(-1)[i].item<double>()).margin(1e-8));
    }
}

TEST_CASE("a picture of frequencies lies in (0, 1), and is gray where nothing is in it")
{
    const FourierPicture fourier({16, 16}, at::kFloat);
    const at::Tensor wild = fourier.picture(fourier.start(2, 0) * 100);
    CHECK(wild.sizes() == at::IntArrayRef({2, 3, 16, 16}));
    CHECK(wild.min().item<double>() >= 0);
    CHECK(wild.max().item<double>() <= 1);
    CHECK(at::equal(fourier.picture(fourier.start(1, 0) * 0), at::full({1, 3, 16, 16}, 0.5)));
}
