#include "core/engine/relevance.h"

#include <ATen/ATen.h>

#include <functional>
#include <vector>

namespace convscope {

namespace {

constexpr double epsilon = 1e-6; ///< keeps divisors away from 0
constexpr double gammaFactor = 0.25;
constexpr double alpha = 2;
constexpr double beta = 1;

/// A part of what the module computes: with some of its input and some of its weights.
struct Part
{
    at::Tensor input;
    ChainModule module;
};

/// z away from 0; 0 counts as positive.
at::Tensor stabilised(const at::Tensor &z) { return at::where(z >= 0, z + epsilon, z - epsilon); }

/// What a part gives where its input is 0 everywhere.
at::Tensor biasAlone(const ChainModule &module, const at::Tensor &output)
{
    if (!module.hasWeights())
        return at::zeros_like(output);
    std::vector<std::int64_t> eachOutput(std::size_t(output.dim()), 1);
    eachOutput[1] = -1;
    return module.bias.view(eachOutput).expand_as(output);
}

/// Σ over the parts of input·transposed(r/z), where z is the sum of what the parts give. A part whose input
/// is 0 everywhere hands nothing down, so that its two passes are saved; a GPU does them rather than wait.
at::Tensor divided(const std::vector<Part> &parts, const at::Tensor &r)
{
    at::Tensor z;
    std::vector<const Part *> heard;
    for (const Part &part : parts) {
        const bool isHeard = !part.input.is_cpu() || part.input.any().item<bool>();
        const at::Tensor given = isHeard ? part.module(part.input) : biasAlone(part.module, r);
        z = z.defined() ? z + given : given;
        if (isHeard)
            heard.push_back(&part);
    }
    at::Tensor below = at::zeros_like(parts.front().input);
    const at::Tensor share = r / stabilised(z);
    for (const Part *part : heard)
        below = below + part->input * part->module.transposed(part->input, share);
    return below;
}

/// The positive, or the negative weights; the bias alike, or none.
ChainModule positive(const ChainModule &module)
{
    return withWeights(module, module.weight.clamp_min(0), module.bias.clamp_min(0));
}
ChainModule negative(const ChainModule &module)
{
    return withWeights(module, module.weight.clamp_max(0), module.bias.clamp_max(0));
}
ChainModule withoutBias(const ChainModule &module)
{
    return withWeights(module, module.weight, at::zeros_like(module.bias));
}
ChainModule negated(const ChainModule &module) { return withWeights(module, -module.weight, -module.bias); }

/// Positive inputs with some weights, negative ones with others. Behind a ReLU there are none of these.
std::vector<Part> bySign(
    const at::Tensor &input, const ChainModule &ofPositive, const std::function<ChainModule()> &ofNegative)
{
    if (input.is_cpu() && !input.lt(0).any().item<bool>())
        return {{input, ofPositive}};
    return {{input.clamp_min(0), ofPositive}, {input.clamp_max(0), withoutBias(ofNegative())}};
}

/// By what raises the outputs.
at::Tensor raising(const ChainPass::Place &place)
{
    const ChainModule &module = place.module;
    return divided(bySign(place.input, positive(module), [&] { return negative(module); }), place.message);
}

/// By what lowers them.
at::Tensor lowering(const ChainPass::Place &place)
{
    const ChainModule &module = place.module;
    return divided(bySign(place.input, negative(module), [&] { return positive(module); }), place.message);
}

/// The module with some of its weights strengthened.
ChainModule strengthened(const ChainModule &module, const ChainModule &some)
{
    return withWeights(
        module, module.weight + gammaFactor * some.weight, module.bias + gammaFactor * some.bias);
}

/// Where the output is above 0 what raises it is strengthened, where it is below 0 what lowers it.
at::Tensor byGamma(const ChainPass::Place &place)
{
    const auto up = [&] { return strengthened(place.module, positive(place.module)); };
    const auto down = [&] { return strengthened(place.module, negative(place.module)); };
    const at::Tensor above = place.message * place.output.gt(0);
    const at::Tensor below = place.message * place.output.lt(0);
    const at::Tensor relevance = divided(bySign(place.input, up(), down), above);
    if (below.is_cpu() && !below.any().item<bool>()) // before a ReLU there is none
        return relevance;
    return relevance + divided(bySign(place.input, down(), up), below);
}

at::Tensor byFlat(const ChainPass::Place &place)
{
    const ChainModule &module = place.module;
    return divided({{at::ones_like(place.input),
                       withWeights(module, at::ones_like(module.weight), at::zeros_like(module.bias))}},
        place.message);
}

at::Tensor byBox(const ChainPass::Place &place, const RelevanceBounds &bounds)
{
    return divided({{place.input, place.module}, {bounds.low, negated(positive(place.module))},
                       {bounds.high, negated(negative(place.module))}},
        place.message);
}

} // namespace

at::Tensor relevanceBelow(const ChainPass::Place &place, RelevanceRule rule, const RelevanceBounds &bounds)
{
    switch (place.module.kind) {
    case ChainModule::Kind::ReLU:
        return place.message;
    case ChainModule::Kind::MaxPool:
    case ChainModule::Kind::Reshape:
        return place.module.transposed(place.input, place.message);
    case ChainModule::Kind::AveragePool:
        return divided({{place.input, place.module}}, place.message);
    case ChainModule::Kind::Convolution:
    case ChainModule::Kind::Linear:
        break;
    }
    switch (rule) {
    case RelevanceRule::Epsilon:
        return divided({{place.input, place.module}}, place.message);
    case RelevanceRule::ZPlus:
        return raising(place);
    case RelevanceRule::AlphaBeta:
        return alpha * raising(place) - beta * lowering(place);
    case RelevanceRule::Gamma:
        return byGamma(place);
    case RelevanceRule::Flat:
        return byFlat(place);
    case RelevanceRule::Box:
        return byBox(place, bounds);
    }
    return place.message;
}

} // namespace convscope
