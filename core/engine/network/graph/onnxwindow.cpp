#include "core/engine/network/graph/onnxwindow.h"

#include "core/engine/network/damaged.h"

#include <algorithm>

namespace convscope {

namespace {

using AutoPad = OnnxWindow::AutoPad;

constexpr std::int64_t largest = 1 << 20;

AutoPad autoPadOf(OnnxCall &call)
{
    const std::string text = call.text("auto_pad", "NOTSET");
    if (text == "NOTSET" || text.empty())
        return AutoPad::NotSet;
    if (text == "VALID")
        return AutoPad::Valid;
    if (text == "SAME_UPPER")
        return AutoPad::SameUpper;
    if (text == "SAME_LOWER")
        return AutoPad::SameLower;
    call.refuseAttribute("auto_pad");
}

std::vector<std::int64_t> within(OnnxCall &call, const char *name, std::int64_t least)
{
    std::vector<std::int64_t> numbers = call.integers(name);
    const bool fits = std::all_of(numbers.begin(), numbers.end(),
        [&](std::int64_t number) { return number >= least && number <= largest; });
    if (!fits || numbers.size() > 6)
        call.refuseAttribute(name);
    return numbers;
}

std::vector<int> narrowed(const std::vector<std::int64_t> &numbers)
{
    return {numbers.begin(), numbers.end()};
}

} // namespace

OnnxWindow OnnxWindow::forInput(at::IntArrayRef sizes) const
{
    OnnxWindow window = *this;
    const std::size_t axes = sizes.size() < 2 ? 0 : sizes.size() - 2;
    const auto fill = [axes](std::vector<std::int64_t> &numbers, std::int64_t usual) {
        if (numbers.empty())
            numbers.assign(axes, usual);
        if (numbers.size() != axes)
            damaged("a window over another number of axes than its input has");
    };
    fill(window.kernel, 1);
    fill(window.stride, 1);
    fill(window.dilation, 1);
    fill(window.begin, 0);
    fill(window.end, 0);
    if (autoPad != AutoPad::SameUpper && autoPad != AutoPad::SameLower)
        return window;
    for (std::size_t i = 0; i < axes; ++i) {
        const std::int64_t size = sizes[i + 2];
        const std::int64_t step = window.stride[i];
        const std::int64_t outputs = (size + step - 1) / step;
        const std::int64_t reach = (window.kernel[i] - 1) * window.dilation[i] + 1;
        const std::int64_t both = std::max<std::int64_t>((outputs - 1) * step + reach - size, 0);
        const std::int64_t less = both / 2;
        window.begin[i] = autoPad == AutoPad::SameUpper ? less : both - less;
        window.end[i] = both - window.begin[i];
    }
    window.autoPad = AutoPad::NotSet;
    return window;
}

OnnxWindow windowOf(OnnxCall &call)
{
    OnnxWindow window;
    window.kernel = within(call, "kernel_shape", 1);
    window.stride = within(call, "strides", 1);
    window.dilation = within(call, "dilations", 1);
    window.autoPad = autoPadOf(call);
    const std::vector<std::int64_t> pads = within(call, "pads", 0);
    if (pads.size() % 2 != 0)
        call.refuseAttribute("pads");
    if (window.autoPad == AutoPad::NotSet) {
        const auto middle = pads.begin() + std::ptrdiff_t(pads.size() / 2);
        window.begin.assign(pads.begin(), middle);
        window.end.assign(middle, pads.end());
    }
    return window;
}

std::optional<LayerGeometry> geometryOf(const OnnxWindow &window, std::int64_t groups)
{
    if (window.kernel.size() != 2)
        return std::nullopt;
    LayerGeometry geometry;
    geometry.groups = int(groups);
    geometry.kernel = narrowed(window.kernel);
    geometry.stride = window.stride.empty() ? std::vector<int>(2, 1) : narrowed(window.stride);
    geometry.dilation = window.dilation.empty() ? std::vector<int>(2, 1) : narrowed(window.dilation);
    if (window.autoPad == AutoPad::NotSet && window.isSymmetric())
        geometry.padding = window.begin.empty() ? std::vector<int>(2, 0) : narrowed(window.begin);
    if (window.autoPad == AutoPad::Valid)
        geometry.padding = {0, 0};
    const bool isSame = window.autoPad == AutoPad::SameUpper || window.autoPad == AutoPad::SameLower;
    if (isSame && geometry.stride == std::vector<int>(2, 1)) {
        for (std::size_t i = 0; i < 2; ++i) {
            const int both = (geometry.kernel[i] - 1) * geometry.dilation[i];
            geometry.padding.push_back(both / 2);
            if (both % 2 != 0)
                return geometry.padding.clear(), geometry;
        }
    }
    return geometry;
}

std::vector<std::int64_t> paddingOf(const OnnxWindow &window)
{
    std::vector<std::int64_t> padding;
    for (std::size_t i = window.begin.size(); i-- > 0;) {
        padding.push_back(window.begin[i]);
        padding.push_back(window.end[i]);
    }
    return padding;
}

} // namespace convscope
