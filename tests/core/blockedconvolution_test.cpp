#include "tests/core/toynetwork.h"

#include "core/engine/blockedconvolution.h"
#include "core/engine/convolution.h"
#include "core/engine/tensors.h"

#include "tests/support/catch.h"

using namespace convscope;

namespace {

struct Shape
{
    int channels, filters, kernel, height, width;
};

at::Tensor randomTensor(at::IntArrayRef shape, std::uint64_t seed)
{
    return at::randn(shape, at::make_generator<at::CPUGeneratorImpl>(seed), at::TensorOptions(at::kFloat));
}

/// Of the largest value; against a convolution in float64.
double relativeDifference(const at::Tensor &found, const at::Tensor &expected)
{
    return ((found.to(at::kDouble) - expected).abs().max() / expected.abs().max()).item<double>();
}

constexpr double float32Error =
    2e-5; ///< Winograd's F(4×4, 3×3) rounds about ten times as coarsely as a plain sum

} // namespace

TEST_CASE("convolutions and their gradients equal LibTorch's in float64, in blocks or not")
{
    for (const Shape &shape :
        {Shape{3, 32, 3, 24, 40}, {32, 48, 3, 24, 40}, {48, 16, 3, 13, 7}, {16, 1, 3, 12, 12},
            {32, 16, 5, 16, 16}, {6, 10, 3, 8, 8}, {16, 10, 3, 8, 8}, {64, 16, 1, 1, 1}}) {
        for (const bool relu : {false, true}) {
            INFO(shape.channels << " > " << shape.filters << ", " << shape.height << "x" << shape.width
                                << relu);
            const at::Tensor weight =
                randomTensor({shape.filters, shape.channels, shape.kernel, shape.kernel}, 1) * 0.1;
            const at::Tensor bias = randomTensor({shape.filters}, 2);
            at::Tensor input = randomTensor({3, shape.channels, shape.height, shape.width}, 3);
            const at::Tensor weighing = randomTensor({3, shape.filters, shape.height, shape.width}, 4);
            const Convolution convolution(weight, bias, relu, shape.height, shape.width);
            CHECK(convolution.isPacked());

            at::Tensor inputDouble = input.to(at::kDouble).requires_grad_();
            at::Tensor expected =
                at::conv2d(inputDouble, weight.to(at::kDouble), bias.to(at::kDouble), 1, shape.kernel / 2);
            if (relu)
                expected = at::relu(expected);
            CHECK(relativeDifference(convolution({input}).plain(), expected.detach()) < float32Error);

            input.requires_grad_();
            const at::Tensor found = convolution({input}).plain();
            CHECK(relativeDifference(found.detach(), expected.detach()) < float32Error);
            // Where ReLU's argument is nearly zero the two may differ about its side: leave these values out.
            const at::Tensor clear =
                (expected.detach().abs() > 1e-3)
                    .logical_or((expected.detach() == 0).logical_and(found.detach() == 0));
            const at::Tensor weighed = weighing * clear;
            const at::Tensor gradient = inputGradient((found * weighed).sum(), input);
            CHECK(relativeDifference(
                      gradient, inputGradient((expected * weighed.to(at::kDouble)).sum(), inputDouble))
                < float32Error);
        }
    }
}

TEST_CASE("where a gradient is asked for, Winograd's rounding does not decide which paths it takes")
{
    using Algorithm = BlockedConvolution::Algorithm;
    const at::Tensor weight = randomTensor({32, 16, 3, 3}, 1), bias = randomTensor({32}, 2);
    const auto direct = BlockedConvolution::make(Algorithm::Direct, weight, bias, /*withReLU=*/true, 16, 16);
    if (!direct) // another processor, or built without oneDNN
        return;
    const Convolution convolution(weight, bias, /*withReLU=*/true, 16, 16);
    at::Tensor input = randomTensor({1, 16, 16, 16}, 3).contiguous(at::MemoryFormat::ChannelsLast);
    const at::Tensor expected = (*direct)(input);
    input.requires_grad_();
    CHECK(at::equal(convolution({input, 1}).values.detach(), expected));
}

TEST_CASE("a chain of convolutions and pools stays in blocks and is the same as one by one")
{
    const Convolution first(randomTensor({32, 3, 3, 3}, 1), randomTensor({32}, 2), true, 16, 16);
    const Convolution second(randomTensor({48, 32, 3, 3}, 3) * 0.1, {}, true, 8, 8);
    const at::Tensor input = randomTensor({2, 3, 16, 16}, 4);
    FeatureMaps maps = first({input});
    const at::Tensor pooled = at::max_pool2d(maps.plain(), {2, 2});
    maps.values = at::max_pool2d(maps.values, {2, 2});
    CHECK(at::equal(maps.plain(), pooled));
    CHECK(at::equal(second(maps).plain(), second({pooled}).plain()));
    CHECK(at::equal(FeatureMaps{pooled}.blocked().plain(), pooled));
}

TEST_CASE("blocks are used where the processor has kernels for them, and only there")
{
    const auto winograd = BlockedConvolution::Algorithm::Winograd;
    const at::Tensor weight = randomTensor({32, 16, 3, 3}, 1);
    const auto blocked = BlockedConvolution::make(winograd, weight, {}, false, 8, 8);
    if (!blocked) // another processor, or built without oneDNN
        return;
    CHECK(blocked->takesBlocks());
    CHECK(blocked->blocksGiven() == 2);
    CHECK(BlockedConvolution::make(winograd, weight.narrow(0, 0, 20), {}, false, 8, 8)->blocksGiven() == 0);
    CHECK_FALSE(BlockedConvolution::make(winograd, weight.narrow(1, 0, 3), {}, false, 8, 8)->takesBlocks());
    CHECK_FALSE(BlockedConvolution::make(winograd, weight.narrow(1, 0, 8), {}, false, 8, 8));
    CHECK_FALSE(BlockedConvolution::make(winograd, weight.to(at::kDouble), {}, false, 8, 8));
    CHECK_FALSE(BlockedConvolution::make(winograd, weight.to(at::kBFloat16), {}, false, 8, 8));
}
