#include "core/engine/network/graph/onnxoperators.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

using Comparison = at::Tensor (*)(const at::Tensor &, const at::Tensor &);

template <Comparison compute> Kernel comparison(OnnxCall &)
{
    return kernelOf([](const OnnxInputs &in) {
        const auto [a, b] = together(in[0], in[1]);
        checkSize(at::infer_size(a.sizes(), b.sizes()), "a comparison");
        return compute(a, b);
    });
}

at::Tensor equal(const at::Tensor &a, const at::Tensor &b) { return at::eq(a, b); }
at::Tensor greater(const at::Tensor &a, const at::Tensor &b) { return at::gt(a, b); }
at::Tensor greaterOrEqual(const at::Tensor &a, const at::Tensor &b) { return at::ge(a, b); }
at::Tensor less(const at::Tensor &a, const at::Tensor &b) { return at::lt(a, b); }
at::Tensor lessOrEqual(const at::Tensor &a, const at::Tensor &b) { return at::le(a, b); }

Kernel logicalNot(OnnxCall &)
{
    return kernelOf([](const OnnxInputs &in) { return at::logical_not(in[0]); });
}

Kernel isNan(OnnxCall &)
{
    return kernelOf([](const OnnxInputs &in) { return at::isnan(in[0]); });
}

Kernel isInf(OnnxCall &call)
{
    const bool below = call.flag("detect_negative", true);
    const bool above = call.flag("detect_positive", true);
    return kernelOf([below, above](const OnnxInputs &in) {
        at::Tensor found = at::zeros_like(in[0], at::kBool);
        if (below)
            found = found.logical_or(at::isneginf(in[0]));
        return above ? found.logical_or(at::isposinf(in[0])) : found;
    });
}

Kernel where(OnnxCall &)
{
    return kernelOf([](const OnnxInputs &in) {
        const auto [a, b] = together(in[1], in[2]);
        const auto [condition, first] = together(in[0], a);
        const auto [same, second] = together(condition, b);
        checkSize(at::infer_size(at::infer_size(same.sizes(), first.sizes()), second.sizes()), "Where");
        return at::where(same, first.to(same.device()), second);
    });
}

} // namespace

std::vector<OnnxOperator> onnxComparisons()
{
    return {
        {"Equal", "A B", comparison<equal>},
        {"Greater", "A B", comparison<greater>},
        {"GreaterOrEqual", "A B", comparison<greaterOrEqual>},
        {"Less", "A B", comparison<less>},
        {"LessOrEqual", "A B", comparison<lessOrEqual>},
        {"And", "A B", comparison<at::logical_and>},
        {"Or", "A B", comparison<at::logical_or>},
        {"Xor", "A B", comparison<at::logical_xor>},
        {"Not", "X", logicalNot},
        {"IsNaN", "X", isNan},
        {"IsInf", "X", isInf},
        {"Where", "condition X Y", where},
    };
}

} // namespace convscope
