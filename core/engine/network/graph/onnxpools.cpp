#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/onnxoperators.h"
#include "core/engine/network/graph/onnxwindow.h"

#include <ATen/ATen.h>

#include <limits>

namespace convscope {

namespace {

std::vector<std::int64_t> spatialAxes(const at::Tensor &maps)
{
    std::vector<std::int64_t> axes;
    for (std::int64_t axis = 2; axis < maps.dim(); ++axis)
        axes.push_back(axis);
    return axes;
}

/// How many windows there are on each axis: the last one begins inside of the input or the padding before it.
std::vector<std::int64_t> outputSizes(const OnnxWindow &window, at::IntArrayRef input, bool roundsUp)
{
    std::vector<std::int64_t> sizes;
    for (std::size_t i = 0; i < window.kernel.size(); ++i) {
        const std::int64_t size = input[i + 2];
        const std::int64_t reach = (window.kernel[i] - 1) * window.dilation[i] + 1;
        const std::int64_t room = size + window.begin[i] + window.end[i] - reach;
        if (room < 0)
            damaged("a pool larger than its input");
        std::int64_t count = (room + (roundsUp ? window.stride[i] - 1 : 0)) / window.stride[i] + 1;
        if (roundsUp && (count - 1) * window.stride[i] >= size + window.begin[i])
            --count;
        sizes.push_back(count);
    }
    return sizes;
}

/// LibTorch's pools pad evenly, and by half of the kernel at most.
bool isPadding(const OnnxWindow &window)
{
    for (std::size_t i = 0; i < window.kernel.size(); ++i) {
        if (window.begin[i] != window.end[i] || 2 * window.begin[i] > window.kernel[i])
            return false;
    }
    return true;
}

at::Tensor cut(at::Tensor pooled, const std::vector<std::int64_t> &sizes)
{
    for (std::size_t i = 0; i < sizes.size(); ++i)
        pooled = pooled.narrow(std::int64_t(i) + 2, 0, std::min(sizes[i], pooled.size(std::int64_t(i) + 2)));
    return pooled;
}

/// One axis is taken for two, of which the first has one element.
OnnxWindow widened(OnnxWindow window)
{
    for (auto *numbers : {&window.kernel, &window.stride, &window.dilation})
        numbers->insert(numbers->begin(), 1);
    for (auto *numbers : {&window.begin, &window.end})
        numbers->insert(numbers->begin(), 0);
    return window;
}

using Pool = std::function<at::Tensor(const at::Tensor &maps, const OnnxWindow &window)>;

Kernel poolKernel(const OnnxWindow &window, Pool pool)
{
    return kernelOf([window, pool = std::move(pool)](const OnnxInputs &in) {
        const OnnxWindow now = window.forInput(in[0].sizes());
        if (in[0].dim() == 3)
            return pool(in[0].unsqueeze(2), widened(now)).squeeze(2);
        if (in[0].dim() != 4 && in[0].dim() != 5)
            damaged("a pool over other than one, two or three axes");
        return pool(in[0], now);
    });
}

at::Tensor maxPooled(const at::Tensor &maps, const OnnxWindow &window, bool roundsUp)
{
    const std::vector<std::int64_t> none(window.kernel.size(), 0);
    const bool pads = isPadding(window);
    const at::Tensor input =
        pads ? maps : at::constant_pad_nd(maps, paddingOf(window), -std::numeric_limits<double>::infinity());
    const auto &padding = pads ? window.begin : none;
    const at::Tensor pooled = maps.dim() == 4
        ? at::max_pool2d(input, window.kernel, window.stride, padding, window.dilation, roundsUp)
        : at::max_pool3d(input, window.kernel, window.stride, padding, window.dilation, roundsUp);
    return cut(pooled, outputSizes(window, maps.sizes(), roundsUp));
}

OnnxWindow poolWindow(OnnxCall &call)
{
    OnnxWindow window = windowOf(call);
    if (window.kernel.empty())
        damaged(call.description() + " has no kernel_shape");
    call.made.geometry = geometryOf(window);
    return window;
}

Kernel maxPool(OnnxCall &call)
{
    const bool roundsUp = call.flag("ceil_mode");
    call.ignore({"storage_order"}); // of the second output
    const OnnxWindow window = poolWindow(call);
    if (call.usesOutput(1))
        call.refuse("output", "Indices");
    return poolKernel(window,
        [roundsUp](const at::Tensor &maps, const OnnxWindow &now) { return maxPooled(maps, now, roundsUp); });
}

at::Tensor averages(const at::Tensor &maps, const OnnxWindow &window,
    const std::vector<std::int64_t> &padding, bool roundsUp, bool countsPadding)
{
    return maps.dim() == 4
        ? at::avg_pool2d(maps, window.kernel, window.stride, padding, roundsUp, countsPadding)
        : at::avg_pool3d(maps, window.kernel, window.stride, padding, roundsUp, countsPadding);
}

at::Tensor averagePooled(const at::Tensor &maps, const OnnxWindow &window, bool roundsUp, bool countsPadding)
{
    if (isPadding(window))
        return averages(maps, window, window.begin, roundsUp, countsPadding);
    const std::vector<std::int64_t> none(window.kernel.size(), 0);
    const std::vector<std::int64_t> sizes = outputSizes(window, maps.sizes(), roundsUp);
    const auto pooled = [&](const at::Tensor &values) {
        const at::Tensor padded = at::constant_pad_nd(values, paddingOf(window));
        return cut(averages(padded, window, none, roundsUp, true), sizes);
    };
    // The share of each window that is not padding
    return countsPadding ? pooled(maps)
                         : pooled(maps) / pooled(at::ones_like(maps.narrow(0, 0, 1).narrow(1, 0, 1)));
}

Kernel averagePool(OnnxCall &call)
{
    const bool roundsUp = call.flag("ceil_mode");
    const bool countsPadding = call.flag("count_include_pad");
    const OnnxWindow window = poolWindow(call);
    for (const std::int64_t dilation : window.dilation) {
        if (dilation != 1)
            call.refuseAttribute("dilations");
    }
    return poolKernel(window, [=](const at::Tensor &maps, const OnnxWindow &now) {
        return averagePooled(maps, now, roundsUp, countsPadding);
    });
}

Kernel lpPool(OnnxCall &call)
{
    const bool roundsUp = call.flag("ceil_mode");
    const auto power = double(call.integer("p", 2));
    const OnnxWindow window = poolWindow(call);
    for (const std::int64_t dilation : window.dilation) {
        if (dilation != 1)
            call.refuseAttribute("dilations");
    }
    return poolKernel(window, [=](const at::Tensor &maps, const OnnxWindow &now) {
        double count = 1;
        for (const std::int64_t side : now.kernel)
            count *= double(side);
        return (averagePooled(maps.abs().pow(power), now, roundsUp, true) * count).pow(1 / power);
    });
}

Kernel globalAveragePool(OnnxCall &)
{
    return kernelOf([](const OnnxInputs &in) { return in[0].mean(spatialAxes(in[0]), /*keepdim=*/true); });
}

Kernel globalMaxPool(OnnxCall &)
{
    return kernelOf([](const OnnxInputs &in) {
        if (in[0].dim() == 4) // one largest number gets the whole gradient, as in PyTorch
            return std::get<0>(at::adaptive_max_pool2d(in[0], {1, 1}));
        return at::amax(in[0], spatialAxes(in[0]), /*keepdim=*/true);
    });
}

Kernel globalLpPool(OnnxCall &call)
{
    const auto power = double(call.integer("p", 2));
    return kernelOf([power](const OnnxInputs &in) {
        return in[0].abs().pow(power).sum(spatialAxes(in[0]), /*keepdim=*/true).pow(1 / power);
    });
}

} // namespace

std::vector<OnnxOperator> onnxPools()
{
    return {
        {"MaxPool", "X", maxPool},
        {"AveragePool", "X", averagePool},
        {"LpPool", "X", lpPool},
        {"GlobalAveragePool", "X", globalAveragePool},
        {"GlobalMaxPool", "X", globalMaxPool},
        {"GlobalLpPool", "X", globalLpPool},
    };
}

} // namespace convscope
