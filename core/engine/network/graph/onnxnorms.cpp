#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/onnxoperators.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

Kernel batchNorm(OnnxCall &call)
{
    call.ignore({"momentum"});
    const double epsilon = call.number("epsilon", 1e-5);
    if (!call.flag("spatial", true))
        call.refuseAttribute("spatial");
    // Up to version 13, the statistics that it gives tell that it trains.
    call.wasTraining = call.flag("training_mode") || (call.version < 14 && call.outputCount() > 1);
    call.made.role = Role::BatchNorm;
    call.made.weights = {.weight = 1, .bias = 2, .mean = 3, .variance = 4, .epsilon = epsilon};
    return kernelOf([epsilon](const OnnxInputs &in) {
        return at::batch_norm(in[0], in[1], in[2], in[3], in[4], /*training=*/false, 0, epsilon, true);
    });
}

Kernel instanceNorm(OnnxCall &call)
{
    const double epsilon = call.number("epsilon", 1e-5);
    return kernelOf([epsilon](const OnnxInputs &in) {
        return at::instance_norm(in[0], in[1], in[2], {}, {}, /*use_input_stats=*/true, 0, epsilon, true);
    });
}

/// Before version 21 there is one scale for each group.
Kernel groupNorm(OnnxCall &call)
{
    const double epsilon = call.number("epsilon", 1e-5);
    const std::int64_t groups = call.integer("num_groups", 1);
    if (groups < 1)
        call.refuseAttribute("num_groups");
    call.ignore({"stash_type"});
    const bool isOfGroups = call.version < 21;
    return kernelOf([=](const OnnxInputs &in) {
        at::Tensor scale = in[1];
        at::Tensor shift = in[2];
        if (isOfGroups) {
            scale = scale.repeat_interleave(in[0].size(1) / groups);
            shift = shift.repeat_interleave(in[0].size(1) / groups);
        }
        return at::group_norm(in[0], groups, scale, shift, epsilon, true);
    });
}

Kernel layerNorm(OnnxCall &call)
{
    const double epsilon = call.number("epsilon", 1e-5);
    const std::int64_t axis = call.integer("axis", -1);
    call.ignore({"stash_type"});
    for (std::size_t output = 1; output <= 2; ++output) {
        if (call.usesOutput(output))
            call.refuse("output", output == 1 ? "Mean" : "InvStdDev");
    }
    return kernelOf([=](const OnnxInputs &in) {
        const auto shape = in[0].sizes().slice(std::size_t(axisOf(axis, in[0].dim())));
        if (in[1].sizes() == shape && (!in.has(2) || in[2].sizes() == shape))
            return at::layer_norm(in[0], shape, in.maybe(1), in.maybe(2), epsilon);
        const at::Tensor scaled = at::layer_norm(in[0], shape, {}, {}, epsilon) * in[1];
        return in.has(2) ? scaled + in[2] : scaled;
    });
}

Kernel rmsNorm(OnnxCall &call)
{
    const double epsilon = call.number("epsilon", 1e-5);
    const std::int64_t axis = call.integer("axis", -1);
    call.ignore({"stash_type"});
    return kernelOf([=](const OnnxInputs &in) {
        std::vector<std::int64_t> axes;
        for (std::int64_t i = axisOf(axis, in[0].dim()); i < in[0].dim(); ++i)
            axes.push_back(i);
        return in[0] * in[0].square().mean(axes, /*keepdim=*/true).add(epsilon).rsqrt() * in[1];
    });
}

/// Sums over `size` channels around each.
at::Tensor channelSums(const at::Tensor &maps, std::int64_t size)
{
    std::vector<std::int64_t> padding(std::size_t(2 * (maps.dim() - 1)), 0);
    padding[padding.size() - 2] = (size - 1) / 2;
    padding[padding.size() - 1] = size / 2;
    const at::Tensor padded = at::constant_pad_nd(maps, padding);
    at::Tensor sums = padded.narrow(1, 0, maps.size(1));
    for (std::int64_t i = 1; i < size; ++i)
        sums = sums + padded.narrow(1, i, maps.size(1));
    return sums;
}

Kernel localResponseNorm(OnnxCall &call)
{
    const double alpha = call.number("alpha", 1e-4);
    const double beta = call.number("beta", 0.75);
    const double bias = call.number("bias", 1);
    const std::int64_t size = call.integer("size", 0);
    if (size < 1 || size > 4096)
        call.refuseAttribute("size");
    return kernelOf([=](const OnnxInputs &in) {
        if (in[0].dim() < 2)
            damaged("LRN of other than maps");
        const at::Tensor sums = channelSums(in[0].square(), size);
        return in[0] / (sums * (alpha / double(size)) + bias).pow(beta);
    });
}

Kernel lpNorm(OnnxCall &call)
{
    const std::int64_t axis = call.integer("axis", -1);
    const std::int64_t power = call.integer("p", 2);
    if (power != 1 && power != 2)
        call.refuseAttribute("p");
    return kernelOf([=](const OnnxInputs &in) {
        const at::Tensor norm = at::norm(in[0], double(power), {axisOf(axis, in[0].dim())}, /*keepdim=*/true);
        return at::where(norm.eq(0), at::zeros_like(in[0]), in[0] / norm);
    });
}

Kernel meanVarianceNorm(OnnxCall &call)
{
    const std::vector<std::int64_t> axes = call.integers("axes", {0, 2, 3});
    return kernelOf([axes](const OnnxInputs &in) {
        const at::Tensor centred = in[0] - in[0].mean(axes, /*keepdim=*/true);
        return centred / (centred.square().mean(axes, /*keepdim=*/true).sqrt() + 1e-9);
    });
}

} // namespace

std::vector<OnnxOperator> onnxNorms()
{
    return {
        {"BatchNormalization", "X scale B mean var", batchNorm},
        {"InstanceNormalization", "input scale B", instanceNorm},
        {"GroupNormalization", "X scale bias", groupNorm},
        {"LayerNormalization", "X Scale B?", layerNorm},
        {"RMSNormalization", "X scale", rmsNorm},
        {"LRN", "X", localResponseNorm},
        {"LpNormalization", "input", lpNorm},
        {"MeanVarianceNormalization", "X", meanVarianceNorm},
    };
}

} // namespace convscope
