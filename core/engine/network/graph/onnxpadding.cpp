#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/onnxoperators.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <numeric>

namespace convscope {

namespace {

using Sizes = std::vector<std::int64_t>;

/// The place of the input that each place of the padded output is taken from.
Sizes sourcePlaces(std::int64_t size, std::int64_t begin, std::int64_t end, const std::string &mode)
{
    Sizes places;
    for (std::int64_t i = -begin; i < size + end; ++i) {
        if (mode == "edge") {
            places.push_back(std::clamp<std::int64_t>(i, 0, size - 1));
        } else if (mode == "wrap") {
            places.push_back((i % size + size) % size);
        } else { // reflect, without the first and the last twice
            const std::int64_t period = std::max<std::int64_t>(2 * (size - 1), 1);
            const std::int64_t place = (i % period + period) % period;
            places.push_back(std::min(place, period - place) % size);
        }
    }
    return places;
}

at::Tensor padded(const at::Tensor &values, const Sizes &begins, const Sizes &ends, const std::string &mode)
{
    at::Tensor result = values;
    for (std::int64_t axis = 0; axis < values.dim(); ++axis) {
        const auto i = std::size_t(axis);
        if (begins[i] == 0 && ends[i] == 0)
            continue;
        if (values.size(axis) == 0)
            damaged("Pad of nothing");
        const Sizes places = sourcePlaces(values.size(axis), begins[i], ends[i], mode);
        result = result.index_select(axis, at::tensor(places, at::kLong).to(values.device()));
    }
    return result;
}

struct Padding
{
    Sizes begins;
    Sizes ends;
};

/// What is told for some axes, for all axes.
Padding forAllAxes(const Sizes &pads, Sizes axes, const at::Tensor &values)
{
    const auto rank = std::size_t(values.dim());
    if (axes.empty()) {
        axes.resize(rank);
        std::iota(axes.begin(), axes.end(), 0);
    }
    if (pads.size() != 2 * axes.size())
        damaged("Pad along another number of axes than its input has");
    Padding padding{Sizes(rank, 0), Sizes(rank, 0)};
    Sizes sizes = values.sizes().vec();
    checkSize(sizes, "Pad");
    constexpr std::int64_t most = std::int64_t(1) << 40;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const auto axis = std::size_t(axisOf(axes[i], values.dim()));
        padding.begins[axis] = std::clamp(pads[i], -most, most);
        padding.ends[axis] = std::clamp(pads[i + axes.size()], -most, most);
        sizes[axis] += padding.begins[axis] + padding.ends[axis];
    }
    checkSize(sizes, "Pad");
    return padding;
}

Kernel pad(OnnxCall &call)
{
    const std::string mode = call.text("mode", "constant");
    if (mode != "constant" && mode != "reflect" && mode != "edge" && mode != "wrap")
        call.refuseAttribute("mode");
    const Sizes attribute = call.integers("pads");
    const double told = call.version < 11 ? call.number("value", 0) : 0;
    return kernelOf([=](const OnnxInputs &in) {
        const at::Tensor &values = in[0];
        const Padding padding = forAllAxes(
            in.has(1) ? integersOf(in[1]) : attribute, in.has(3) ? integersOf(in[3]) : Sizes(), values);
        if (mode != "constant")
            return padded(values, padding.begins, padding.ends, mode);
        Sizes lastFirst;
        for (std::size_t i = padding.begins.size(); i-- > 0;) {
            lastFirst.push_back(padding.begins[i]);
            lastFirst.push_back(padding.ends[i]);
        }
        const c10::Scalar filler = in.has(2) && in[2].numel() == 1 ? in[2].item() : c10::Scalar(told);
        return at::constant_pad_nd(values, lastFirst, filler);
    });
}

at::Tensor blocksToDepth(const at::Tensor &maps, std::int64_t block)
{
    const std::int64_t height = maps.size(2) / block;
    const std::int64_t width = maps.size(3) / block;
    return maps.reshape({maps.size(0), maps.size(1), height, block, width, block})
        .permute({0, 3, 5, 1, 2, 4})
        .reshape({maps.size(0), maps.size(1) * block * block, height, width});
}

std::int64_t blockSize(OnnxCall &call)
{
    const std::int64_t block = call.integer("blocksize", 0);
    if (block < 1 || block > 4096)
        call.refuseAttribute("blocksize");
    return block;
}

Kernel spaceToDepth(OnnxCall &call)
{
    const std::int64_t block = blockSize(call);
    return kernelOf([block](const OnnxInputs &in) {
        if (in[0].dim() != 4)
            damaged("SpaceToDepth of other than maps");
        return blocksToDepth(in[0], block);
    });
}

Kernel depthToSpace(OnnxCall &call)
{
    const std::int64_t block = blockSize(call);
    const std::string mode = call.text("mode", "DCR");
    if (mode != "DCR" && mode != "CRD")
        call.refuseAttribute("mode");
    return kernelOf([block, mode](const OnnxInputs &in) {
        if (in[0].dim() != 4)
            damaged("DepthToSpace of other than maps");
        if (mode == "CRD")
            return at::pixel_shuffle(in[0], block);
        const at::Tensor &maps = in[0];
        const std::int64_t channels = maps.size(1) / (block * block);
        return maps.reshape({maps.size(0), block, block, channels, maps.size(2), maps.size(3)})
            .permute({0, 3, 4, 1, 5, 2})
            .reshape({maps.size(0), channels, maps.size(2) * block, maps.size(3) * block});
    });
}

Kernel trilu(OnnxCall &call)
{
    const bool isUpper = call.flag("upper", true);
    return kernelOf([isUpper](const OnnxInputs &in) {
        const std::int64_t diagonal = in.has(1) ? in[1].item<std::int64_t>() : 0;
        return isUpper ? at::triu(in[0], diagonal) : at::tril(in[0], diagonal);
    });
}

} // namespace

std::vector<OnnxOperator> onnxPadding()
{
    return {
        {"Pad", "data pads? constant_value? axes?", pad},
        {"SpaceToDepth", "input", spaceToDepth},
        {"DepthToSpace", "input", depthToSpace},
        {"Trilu", "input k?", trilu},
    };
}

} // namespace convscope
