#include "core/engine/network/graph/onnxoperators.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

void makeLinear(OnnxCall &call, const at::Tensor &weight)
{
    call.made.role = Role::Linear;
    call.made.weights = {.weight = 1, .bias = 2};
    if (call.inputCount() == 2) {
        call.made.arguments.push_back(OperatorArgument::of(c10::IValue()));
        call.made.argumentNames.emplace_back("bias");
    }
    if (!weight.is_same(call.constant(1)))
        call.replaced[1] = weight;
}

Kernel linear()
{
    return kernelOf([](const OnnxInputs &in) { return at::linear(in[0], in[1], in.maybe(2)); });
}

/// A product with a constant matrix is a linear layer.
Kernel matMul(OnnxCall &call)
{
    const at::Tensor weight = call.constant(1);
    if (weight.defined() && weight.dim() == 2 && weight.is_floating_point() && !call.constant(0).defined()) {
        makeLinear(call, weight.t());
        return linear();
    }
    return kernelOf([](const OnnxInputs &in) {
        const auto [a, b] = together(in[0], in[1]);
        return at::matmul(a, b);
    });
}

/// The bias as a linear layer has it: a number for each output; undefined where it is none.
at::Tensor flatBias(const at::Tensor &bias, std::int64_t outputs)
{
    const bool isRow = bias.defined() && bias.numel() == outputs && bias.dim() >= 1 && bias.dim() <= 2
        && bias.size(-1) == outputs;
    return isRow ? bias.reshape({outputs}) : at::Tensor();
}

bool isLinear(OnnxCall &call, bool turnsFirst, double alpha, double beta)
{
    const at::Tensor weight = call.constant(1);
    return weight.defined() && weight.dim() == 2 && !turnsFirst && alpha == 1
        && (!call.has(2) || (beta == 1 && call.constant(2).defined()));
}

Kernel gemm(OnnxCall &call)
{
    const double alpha = call.number("alpha", 1);
    const double beta = call.number("beta", 1);
    const bool turnsFirst = call.flag("transA");
    const bool turnsSecond = call.flag("transB");
    call.ignore({"broadcast"}); // of the first versions
    if (isLinear(call, turnsFirst, alpha, beta)) {
        const at::Tensor weight = turnsSecond ? call.constant(1) : call.constant(1).t();
        const at::Tensor bias = flatBias(call.constant(2), weight.size(0));
        if (bias.defined() || !call.has(2)) {
            makeLinear(call, weight);
            if (bias.defined() && bias.dim() != call.constant(2).dim())
                call.replaced[2] = bias;
            return linear();
        }
    }
    return kernelOf([=](const OnnxInputs &in) {
        const at::Tensor product =
            at::matmul(turnsFirst ? in[0].t() : in[0], turnsSecond ? in[1].t() : in[1]) * alpha;
        return in.has(2) ? product + in[2] * beta : product;
    });
}

Kernel einsum(OnnxCall &call)
{
    const std::string equation = call.text("equation", "");
    if (equation.size() > 256)
        call.refuseAttribute("equation");
    return kernelOf([equation](const OnnxInputs &in) { return at::einsum(equation, in.all()); });
}

} // namespace

std::vector<OnnxOperator> onnxProducts()
{
    return {
        {"MatMul", "A B", matMul, 1, "", /*grows=*/true},
        {"Gemm", "A B C?", gemm, 1, "", /*grows=*/true},
        {"Einsum", "Inputs...", einsum, 1, "", /*grows=*/true},
    };
}

} // namespace convscope
