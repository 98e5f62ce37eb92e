#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/onnxoperators.h"
#include "core/error.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <limits>

namespace convscope {

namespace {

using Sizes = std::vector<std::int64_t>;

/// Numbers that are an attribute in the first versions, and an input since.
Sizes told(const OnnxInputs &in, std::size_t input, const Sizes &attribute)
{
    return in.has(input) ? integersOf(in[input]) : attribute;
}

Kernel reshape(OnnxCall &call)
{
    const bool zeroIsZero = call.flag("allowzero");
    const Sizes attribute = call.integers("shape");
    call.made.isView = true;
    return kernelOf([=](const OnnxInputs &in) {
        Sizes sizes = told(in, 1, attribute);
        for (std::size_t i = 0; i < sizes.size() && !zeroIsZero; ++i) {
            if (sizes[i] == 0)
                sizes[i] = in[0].size(std::int64_t(i));
        }
        return in[0].reshape(sizes);
    });
}

Kernel flatten(OnnxCall &call)
{
    const std::int64_t axis = call.integer("axis", 1);
    call.made.isView = true;
    return kernelOf([axis](const OnnxInputs &in) {
        const at::Tensor &values = in[0];
        const std::int64_t first = axis == values.dim() ? axis : axisOf(axis, values.dim());
        std::int64_t rows = 1;
        std::int64_t columns = 1;
        for (std::int64_t i = 0; i < values.dim(); ++i)
            (i < first ? rows : columns) *= values.size(i);
        return values.reshape({rows, columns});
    });
}

Kernel transpose(OnnxCall &call)
{
    const Sizes order = call.integers("perm");
    call.made.isView = true;
    return kernelOf([order](const OnnxInputs &in) {
        Sizes axes = order;
        for (std::int64_t i = in[0].dim(); order.empty() && i-- > 0;)
            axes.push_back(i);
        return in[0].permute(axes);
    });
}

Kernel squeeze(OnnxCall &call)
{
    const Sizes attribute = call.integers("axes");
    call.made.isView = true;
    return kernelOf([attribute](const OnnxInputs &in) {
        Sizes axes = told(in, 1, attribute);
        if (axes.empty())
            return in[0].squeeze();
        for (std::int64_t &axis : axes) {
            axis = axisOf(axis, in[0].dim());
            if (in[0].size(axis) != 1)
                damaged("Squeeze of a side of " + std::to_string(in[0].size(axis)));
        }
        std::sort(axes.rbegin(), axes.rend());
        at::Tensor result = in[0];
        for (const std::int64_t axis : axes)
            result = result.squeeze(axis);
        return result;
    });
}

Kernel unsqueeze(OnnxCall &call)
{
    const Sizes attribute = call.integers("axes");
    call.made.isView = true;
    return kernelOf([attribute](const OnnxInputs &in) {
        Sizes axes = told(in, 1, attribute);
        const std::int64_t rank = in[0].dim() + std::int64_t(axes.size());
        if (rank > 64)
            damaged("Unsqueeze to too many axes");
        for (std::int64_t &axis : axes)
            axis = axisOf(axis, rank);
        std::sort(axes.begin(), axes.end());
        at::Tensor result = in[0];
        for (const std::int64_t axis : axes)
            result = result.unsqueeze(axis);
        return result;
    });
}

Kernel concat(OnnxCall &call)
{
    const std::int64_t axis = call.integer("axis", 1);
    return kernelOf([axis](const OnnxInputs &in) {
        std::vector<at::Tensor> parts = in.all();
        for (std::size_t i = 1; i < parts.size(); ++i) {
            std::tie(parts.front(), parts[i]) = together(parts.front(), parts[i]);
            parts[i] = parts[i].to(parts.front().device());
        }
        return at::cat(parts, axisOf(axis, parts.front().dim()));
    });
}

Kernel split(OnnxCall &call)
{
    const std::int64_t axis = call.integer("axis", 0);
    const Sizes attribute = call.integers("split");
    const auto count = std::int64_t(call.outputCount());
    if (call.integer("num_outputs", count) != count)
        call.refuseAttribute("num_outputs");
    call.made.isView = true;
    return kernelOfMany([=](const OnnxInputs &in) -> std::vector<at::Tensor> {
        const std::int64_t along = axisOf(axis, in[0].dim());
        const std::int64_t size = in[0].size(along);
        Sizes sizes = told(in, 1, attribute);
        const std::int64_t each = (size + count - 1) / count;
        for (std::int64_t left = size; sizes.size() < std::size_t(count); left -= sizes.back())
            sizes.push_back(std::min(each, left));
        if (sizes.size() != std::size_t(count))
            damaged("Split into another number of parts than it has outputs");
        return at::split_with_sizes(in[0], sizes, along);
    });
}

/// A list of tensors as one value.
Kernel splitToSequence(OnnxCall &call)
{
    const std::int64_t axis = call.integer("axis", 0);
    const bool keeps = call.flag("keepdims", true) || call.has(1);
    return [axis, keeps](std::vector<c10::IValue> &stack) {
        const OnnxInputs in(stack);
        const std::int64_t along = axisOf(axis, in[0].dim());
        const std::int64_t size = in[0].size(along);
        Sizes sizes = in.has(1) ? integersOf(in[1]) : Sizes(std::size_t(size), 1);
        if (in.has(1) && in[1].dim() == 0) { // parts of one size, the last may be smaller
            const std::int64_t each = std::max<std::int64_t>(sizes.front(), 1);
            sizes.assign(std::size_t((size + each - 1) / each), each);
            if (size % each != 0)
                sizes.back() = size % each;
        }
        c10::List<at::Tensor> parts;
        for (const at::Tensor &part : at::split_with_sizes(in[0], sizes, along))
            parts.push_back(keeps ? part : part.squeeze(along));
        stack = {c10::IValue(parts)};
    };
}

Kernel sequenceAt(OnnxCall &)
{
    return [](std::vector<c10::IValue> &stack) {
        if (!stack[0].isTensorList())
            damaged("SequenceAt of other than a list");
        const auto parts = stack[0].toTensorVector();
        const std::int64_t place =
            axisOf(stack[1].toTensor().item<std::int64_t>(), std::int64_t(parts.size()));
        stack = {c10::IValue(parts[std::size_t(place)])};
    };
}

/// As in Python: below 0 from the end on, cut to what there is.
std::int64_t clipped(std::int64_t place, std::int64_t size, std::int64_t least, std::int64_t most)
{
    return std::clamp(place < 0 ? std::max(place, -size - 1) + size : place, least, most);
}

at::Tensor sliced(
    const at::Tensor &values, std::int64_t axis, std::int64_t begin, std::int64_t end, std::int64_t step)
{
    const std::int64_t size = values.size(axis);
    if (step > 0)
        return values.slice(axis, clipped(begin, size, 0, size), clipped(end, size, 0, size), step);
    if (step == 0 || step == std::numeric_limits<std::int64_t>::min())
        damaged("Slice with a step of " + std::to_string(step));
    // Backwards: the places counted from the last
    const std::int64_t first = size - 1 - clipped(begin, size, -1, size - 1);
    const std::int64_t last = size - 1 - clipped(end, size, -1, size - 1);
    return values.flip(axis).slice(axis, first, std::max(first, last), -step);
}

Kernel slice(OnnxCall &call)
{
    const Sizes begins = call.integers("starts");
    const Sizes ends = call.integers("ends");
    const Sizes attribute = call.integers("axes");
    call.made.isView = true;
    return kernelOf([=](const OnnxInputs &in) {
        const Sizes first = told(in, 1, begins);
        const Sizes last = told(in, 2, ends);
        Sizes axes = told(in, 3, attribute);
        const Sizes steps = told(in, 4, Sizes(first.size(), 1));
        for (std::int64_t axis = 0; axes.size() < first.size(); ++axis)
            axes.push_back(axis);
        if (last.size() != first.size() || axes.size() != first.size() || steps.size() != first.size())
            damaged("Slice with lists of different lengths");
        at::Tensor result = in[0];
        for (std::size_t i = 0; i < axes.size(); ++i)
            result = sliced(result, axisOf(axes[i], result.dim()), first[i], last[i], steps[i]);
        return result;
    });
}

Kernel expand(OnnxCall &call)
{
    call.made.isView = true;
    return kernelOf([](const OnnxInputs &in) {
        const Sizes sizes = at::infer_size(in[0].sizes(), integersOf(in[1]));
        checkSize(sizes, "Expand");
        return in[0].expand(sizes);
    });
}

Kernel tile(OnnxCall &)
{
    return kernelOf([](const OnnxInputs &in) {
        const Sizes repeats = integersOf(in[1]);
        if (std::int64_t(repeats.size()) != in[0].dim())
            damaged("Tile along another number of axes than its input has");
        Sizes sizes = in[0].sizes().vec();
        checkSize(repeats, "Tile");
        for (std::size_t i = 0; i < sizes.size(); ++i)
            sizes[i] *= repeats[i];
        checkSize(sizes, "Tile");
        return in[0].repeat(repeats);
    });
}

at::Tensor sizesAsTensor(at::IntArrayRef sizes) { return at::tensor(sizes, at::kLong); }

Kernel shape(OnnxCall &call)
{
    const std::int64_t begin = call.integer("start", 0);
    const std::int64_t end = call.integer("end", std::numeric_limits<std::int64_t>::max());
    return kernelOf([=](const OnnxInputs &in) {
        const std::int64_t rank = in[0].dim();
        const std::int64_t first = clipped(begin, rank, 0, rank);
        const std::int64_t last = std::max(first, clipped(end, rank, 0, rank));
        return sizesAsTensor(in[0].sizes().slice(std::size_t(first), std::size_t(last - first)));
    });
}

Kernel size(OnnxCall &)
{
    return kernelOf([](const OnnxInputs &in) { return at::scalar_tensor(in[0].numel(), at::kLong); });
}

Kernel identity(OnnxCall &call)
{
    call.made.isView = true;
    return kernelOf([](const OnnxInputs &in) { return in[0]; });
}

/// It does nothing but in training; there it is random.
Kernel dropout(OnnxCall &call)
{
    call.ignore({"ratio", "seed", "is_test"});
    const at::Tensor training = call.constant(2);
    if (call.has(2) && (!training.defined() || training.ne(0).any().item<bool>()))
        throw Error(ErrorKind::NetworkRandom, {}, {call.description()});
    call.made.isView = true;
    const bool givesMask = call.usesOutput(1);
    return kernelOfMany([givesMask](const OnnxInputs &in) -> std::vector<at::Tensor> {
        return {in[0], givesMask ? at::ones_like(in[0], at::kBool) : at::Tensor()};
    });
}

} // namespace

std::vector<OnnxOperator> onnxShapes()
{
    return {
        {"Reshape", "data shape?", reshape},
        {"Flatten", "input", flatten},
        {"Transpose", "data", transpose},
        {"Squeeze", "data axes?", squeeze},
        {"Unsqueeze", "data axes?", unsqueeze},
        {"Concat", "inputs...", concat},
        {"Split", "input split?", split, 0},
        {"SplitToSequence", "input split?", splitToSequence},
        {"SequenceAt", "input_sequence position", sequenceAt},
        {"Slice", "data starts? ends? axes? steps?", slice},
        {"Expand", "input shape", expand},
        {"Tile", "input repeats", tile},
        {"Shape", "data", shape},
        {"Size", "data", size},
        {"Identity", "input", identity},
        {"Dropout", "data ratio? training_mode?", dropout, 2},
    };
}

} // namespace convscope
