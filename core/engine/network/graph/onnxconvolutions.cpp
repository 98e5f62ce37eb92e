#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/onnxoperators.h"
#include "core/engine/network/graph/onnxwindow.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

std::int64_t groupsOf(OnnxCall &call)
{
    const std::int64_t groups = call.integer("group", 1);
    if (groups < 1 || groups > 1 << 20)
        call.refuseAttribute("group");
    return groups;
}

/// The kernel's size is the weight's where the attribute does not tell it.
void settleKernel(OnnxCall &call, OnnxWindow &window)
{
    const at::Tensor weight = call.constant(1);
    if (!weight.defined())
        return;
    if (weight.dim() < 3)
        damaged(call.description() + " has a weight that is none");
    const std::vector<std::int64_t> kernel = weight.sizes().slice(2).vec();
    if (!window.kernel.empty() && window.kernel != kernel)
        damaged(call.description() + " has a weight of another size than it says");
    window.kernel = kernel;
}

OnnxWindow runTimeWindow(const OnnxWindow &window, const at::Tensor &input, const at::Tensor &weight)
{
    OnnxWindow known = window;
    if (known.kernel.empty() && weight.dim() > 2)
        known.kernel = weight.sizes().slice(2).vec();
    return known.forInput(input.sizes());
}

Kernel convolution(OnnxCall &call)
{
    OnnxWindow window = windowOf(call);
    settleKernel(call, window);
    const std::int64_t groups = groupsOf(call);
    call.made.geometry = geometryOf(window, groups);
    if (call.constant(1).defined() && call.constant(1).dim() == 4) {
        call.made.role = Role::Convolution;
        call.made.weights = {.weight = 1, .bias = 2};
    }
    return kernelOf([window, groups](const OnnxInputs &in) {
        const OnnxWindow now = runTimeWindow(window, in[0], in[1]);
        const std::vector<std::int64_t> none(now.kernel.size(), 0);
        if (now.isSymmetric())
            return at::convolution(
                in[0], in[1], in.maybe(2), now.stride, now.begin, now.dilation, false, none, groups);
        const at::Tensor padded = at::constant_pad_nd(in[0], paddingOf(now));
        return at::convolution(
            padded, in[1], in.maybe(2), now.stride, none, now.dilation, false, none, groups);
    });
}

/// The size of the output is told: what is too much is cut off.
void fitToOutput(OnnxWindow &window, const std::vector<std::int64_t> &extra,
    const std::vector<std::int64_t> &output, at::IntArrayRef input, bool isUpper)
{
    for (std::size_t i = 0; i < window.kernel.size(); ++i) {
        const std::int64_t full = window.stride[i] * (input[i + 2] - 1) + extra[i]
            + (window.kernel[i] - 1) * window.dilation[i] + 1;
        const std::int64_t both = std::max<std::int64_t>(full - output[i], 0);
        window.begin[i] = isUpper ? both / 2 : both - both / 2;
        window.end[i] = both - window.begin[i];
    }
}

at::Tensor transposedConvolution(const OnnxInputs &in, const OnnxWindow &window,
    const std::vector<std::int64_t> &extra, std::int64_t groups)
{
    if (window.isSymmetric())
        return at::convolution(
            in[0], in[1], in.maybe(2), window.stride, window.begin, window.dilation, true, extra, groups);
    const std::vector<std::int64_t> none(window.kernel.size(), 0);
    at::Tensor full =
        at::convolution(in[0], in[1], in.maybe(2), window.stride, none, window.dilation, true, extra, groups);
    for (std::size_t i = 0; i < window.kernel.size(); ++i) {
        const auto axis = std::int64_t(i) + 2;
        full = full.narrow(axis, window.begin[i], full.size(axis) - window.begin[i] - window.end[i]);
    }
    return full;
}

Kernel convTranspose(OnnxCall &call)
{
    using AutoPad = OnnxWindow::AutoPad;
    OnnxWindow window = windowOf(call);
    settleKernel(call, window);
    const std::int64_t groups = groupsOf(call);
    const std::vector<std::int64_t> added = call.integers("output_padding");
    const std::vector<std::int64_t> told = call.integers("output_shape");
    const AutoPad autoPad = window.autoPad;
    if (told.empty() && autoPad != AutoPad::SameUpper && autoPad != AutoPad::SameLower)
        call.made.geometry = geometryOf(window, groups);
    window.autoPad = AutoPad::NotSet;
    return kernelOf([=](const OnnxInputs &in) {
        OnnxWindow now = runTimeWindow(window, in[0], in[1]);
        const std::size_t axes = now.kernel.size();
        const std::vector<std::int64_t> extra = added.empty() ? std::vector<std::int64_t>(axes, 0) : added;
        std::vector<std::int64_t> output = told;
        if (output.empty() && (autoPad == AutoPad::SameUpper || autoPad == AutoPad::SameLower)) {
            for (std::size_t i = 0; i < axes; ++i)
                output.push_back(in[0].size(std::int64_t(i) + 2) * now.stride[i]);
        }
        if (extra.size() != axes || (!output.empty() && output.size() != axes))
            damaged("ConvTranspose over another number of axes than its input has");
        if (!output.empty())
            fitToOutput(now, extra, output, in[0].sizes(), autoPad == AutoPad::SameUpper);
        return transposedConvolution(in, now, extra, groups);
    });
}

} // namespace

std::vector<OnnxOperator> onnxConvolutions()
{
    return {
        {"Conv", "X W B?", convolution, 1, "", /*grows=*/true},
        {"ConvTranspose", "X W B?", convTranspose, 1, "", /*grows=*/true},
    };
}

} // namespace convscope
