#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/onnxoperators.h"
#include "core/engine/network/graph/onnxtensor.h"

#include <ATen/ATen.h>

#include <cmath>

namespace convscope {

namespace {

/// Whole numbers stay on the CPU: they are sizes and places.
at::Tensor floatsPlaced(const at::Tensor &values, const GraphTarget &target)
{
    return values.is_floating_point() ? placed(values, target) : values;
}

at::Tensor attributeTensor(const OnnxTensor &tensor)
{
    if (tensor.outside)
        damaged("a constant that is kept in another file");
    OnnxFolder nowhere({});
    return tensorOf(tensor, nowhere);
}

/// One of several attributes tells the value.
at::Tensor constantOf(OnnxCall &call)
{
    if (const OnnxTensor *tensor = call.tensor("value"))
        return attributeTensor(*tensor);
    if (call.hasAttribute("value_int"))
        return at::scalar_tensor(call.integer("value_int", 0), at::kLong);
    if (call.hasAttribute("value_float"))
        return at::scalar_tensor(call.number("value_float", 0), at::kDouble);
    if (call.hasAttribute("value_ints"))
        return at::tensor(call.integers("value_ints"), at::kLong);
    if (call.hasAttribute("value_floats"))
        return at::tensor(call.numbers("value_floats"), at::kDouble);
    for (const char *other : {"value_string", "value_strings", "sparse_value"}) {
        if (call.hasAttribute(other))
            call.refuseAttribute(other);
    }
    damaged(call.description() + " has no value");
}

Kernel constant(OnnxCall &call)
{
    const at::Tensor value = floatsPlaced(constantOf(call), call.target);
    return kernelOf([value](const OnnxInputs &) { return value; });
}

Kernel constantOfShape(OnnxCall &call)
{
    const OnnxTensor *tensor = call.tensor("value");
    const at::Tensor value =
        floatsPlaced(tensor ? attributeTensor(*tensor) : at::zeros({1}, at::kFloat), call.target);
    if (value.numel() != 1)
        call.refuseAttribute("value");
    return kernelOf([value](const OnnxInputs &in) {
        const std::vector<std::int64_t> sizes = integersOf(in[0]);
        checkSize(sizes, "ConstantOfShape");
        return at::full(sizes, value.item(), value.options());
    });
}

Kernel range(OnnxCall &call)
{
    const GraphTarget target = call.target;
    return kernelOf([target](const OnnxInputs &in) {
        const double begin = in[0].item<double>();
        const double end = in[1].item<double>();
        const double step = in[2].item<double>();
        const double count = std::ceil((end - begin) / step);
        if (!std::isfinite(count))
            damaged("Range without an end");
        checkSize(std::vector<std::int64_t>{count < 1 ? 0 : std::int64_t(std::min(count, 1e15))}, "Range");
        if (count < 1)
            return at::empty({0}, in[0].options());
        const at::Tensor numbers = at::arange(std::int64_t(count), in[0].options()) * in[2] + in[0];
        return floatsPlaced(numbers, target);
    });
}

Kernel eyeLike(OnnxCall &call)
{
    const std::int64_t diagonal = call.integer("k", 0);
    const auto type = scalarType(OnnxType(call.integer("dtype", std::int64_t(OnnxType::Undefined))));
    const GraphTarget target = call.target;
    return kernelOf([=](const OnnxInputs &in) {
        const at::Tensor ones = at::ones_like(in[0], type ? in[0].options().dtype(*type) : in[0].options());
        return floatsPlaced(at::triu(at::tril(ones, diagonal), diagonal), target);
    });
}

} // namespace

std::vector<OnnxOperator> onnxSources()
{
    return {
        {"Constant", "", constant},
        {"ConstantOfShape", "input", constantOfShape},
        {"Range", "start limit delta", range},
        {"EyeLike", "input", eyeLike},
    };
}

} // namespace convscope
