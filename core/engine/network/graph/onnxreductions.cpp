#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/onnxoperators.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <numeric>

namespace convscope {

namespace {

using Axes = std::vector<std::int64_t>;
using Reduce = at::Tensor (*)(const at::Tensor &values, const Axes &axes, bool keep);

/// Over which axes: an attribute in the first versions, an input since. All where none is told, or none.
template <Reduce compute> Kernel reduction(OnnxCall &call)
{
    const Axes told = call.integers("axes");
    const bool keep = call.flag("keepdims", true);
    const bool emptyIsNone = call.flag("noop_with_empty_axes");
    return kernelOf([=](const OnnxInputs &in) {
        Axes axes = in.has(1) ? integersOf(in[1]) : told;
        if (axes.empty() && emptyIsNone) // each number is taken for a list of its own
            return compute(in[0].unsqueeze(0), {0}, false);
        for (std::int64_t &axis : axes)
            axis = axisOf(axis, in[0].dim());
        if (axes.empty()) {
            axes.resize(std::size_t(in[0].dim()));
            std::iota(axes.begin(), axes.end(), 0);
        }
        return axes.empty() ? compute(in[0].unsqueeze(0), {0}, false) : compute(in[0], axes, keep);
    });
}

at::Tensor mean(const at::Tensor &values, const Axes &axes, bool keep) { return values.mean(axes, keep); }

at::Tensor sum(const at::Tensor &values, const Axes &axes, bool keep)
{
    return values.sum(axes, keep, values.scalar_type());
}

at::Tensor largest(const at::Tensor &values, const Axes &axes, bool keep)
{
    return at::amax(values, axes, keep);
}

at::Tensor smallest(const at::Tensor &values, const Axes &axes, bool keep)
{
    return at::amin(values, axes, keep);
}

at::Tensor product(const at::Tensor &values, const Axes &axes, bool keep)
{
    Axes backwards = axes;
    std::sort(backwards.rbegin(), backwards.rend());
    at::Tensor result = values;
    for (const std::int64_t axis : backwards)
        result = result.prod(axis, keep, values.scalar_type());
    return result;
}

at::Tensor l1(const at::Tensor &values, const Axes &axes, bool keep) { return sum(values.abs(), axes, keep); }

at::Tensor l2(const at::Tensor &values, const Axes &axes, bool keep)
{
    return at::norm(values, 2, axes, keep); // whose gradient is 0 where the norm is
}

at::Tensor sumOfSquares(const at::Tensor &values, const Axes &axes, bool keep)
{
    return sum(values.square(), axes, keep);
}

at::Tensor logOfSum(const at::Tensor &values, const Axes &axes, bool keep)
{
    return sum(values, axes, keep).log();
}

at::Tensor logOfExponentials(const at::Tensor &values, const Axes &axes, bool keep)
{
    return at::logsumexp(values, axes, keep);
}

template <at::Tensor (*find)(const at::Tensor &, c10::optional<std::int64_t>, bool)>
Kernel argument(OnnxCall &call)
{
    const std::int64_t axis = call.integer("axis", 0);
    const bool keep = call.flag("keepdims", true);
    const bool isLast = call.flag("select_last_index");
    return kernelOf([=](const OnnxInputs &in) {
        const std::int64_t along = axisOf(axis, in[0].dim());
        if (!isLast)
            return find(in[0], along, keep);
        return in[0].size(along) - 1 - find(in[0].flip(along), along, keep);
    });
}

Kernel cumSum(OnnxCall &call)
{
    const bool isExclusive = call.flag("exclusive");
    const bool isReverse = call.flag("reverse");
    return kernelOf([=](const OnnxInputs &in) {
        const std::vector<std::int64_t> axes = integersOf(in[1]);
        if (axes.size() != 1)
            damaged("CumSum along other than one axis");
        const std::int64_t axis = axisOf(axes.front(), in[0].dim());
        const at::Tensor values = isReverse ? in[0].flip(axis) : in[0];
        at::Tensor sums = values.cumsum(axis, values.scalar_type());
        if (isExclusive)
            sums = sums - values;
        return isReverse ? sums.flip(axis) : sums;
    });
}

Kernel topK(OnnxCall &call)
{
    const std::int64_t axis = call.integer("axis", -1);
    const bool isLargest = call.flag("largest", true);
    call.ignore({"sorted"});
    const std::int64_t told = call.version < 10 ? call.integer("k", 0) : 0;
    return kernelOfMany([=](const OnnxInputs &in) -> std::vector<at::Tensor> {
        const std::vector<std::int64_t> counts = in.has(1) ? integersOf(in[1]) : Axes{told};
        if (counts.size() != 1)
            damaged("TopK of other than one number");
        const auto [values, places] =
            at::topk(in[0], counts.front(), axisOf(axis, in[0].dim()), isLargest, /*sorted=*/true);
        return {values, places};
    });
}

} // namespace

std::vector<OnnxOperator> onnxReductions()
{
    return {
        {"ReduceMean", "data axes?", reduction<mean>},
        {"ReduceSum", "data axes?", reduction<sum>},
        {"ReduceMax", "data axes?", reduction<largest>},
        {"ReduceMin", "data axes?", reduction<smallest>},
        {"ReduceProd", "data axes?", reduction<product>},
        {"ReduceL1", "data axes?", reduction<l1>},
        {"ReduceL2", "data axes?", reduction<l2>},
        {"ReduceSumSquare", "data axes?", reduction<sumOfSquares>},
        {"ReduceLogSum", "data axes?", reduction<logOfSum>},
        {"ReduceLogSumExp", "data axes?", reduction<logOfExponentials>},
        {"ArgMax", "data", argument<at::argmax>},
        {"ArgMin", "data", argument<at::argmin>},
        {"CumSum", "x axis", cumSum},
        {"TopK", "X K?", topK, 2},
    };
}

} // namespace convscope
