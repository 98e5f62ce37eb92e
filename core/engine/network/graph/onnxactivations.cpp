#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/onnxoperators.h"

#include <ATen/ATen.h>

#include <cmath>

namespace convscope {

namespace {

template <at::Tensor (*compute)(const at::Tensor &)> Kernel unary(OnnxCall &)
{
    return kernelOf([](const OnnxInputs &in) { return compute(in[0]); });
}

at::Tensor softplus(const at::Tensor &values) { return at::softplus(values); }
at::Tensor softsign(const at::Tensor &values) { return values / (values.abs() + 1); }

Kernel relu(OnnxCall &call)
{
    call.made.role = Role::ReLU;
    return kernelOf([](const OnnxInputs &in) { return at::relu(in[0]); });
}

Kernel leakyRelu(OnnxCall &call)
{
    const double slope = call.number("alpha", 0.01);
    return kernelOf([slope](const OnnxInputs &in) { return at::leaky_relu(in[0], slope); });
}

Kernel pRelu(OnnxCall &)
{
    return kernelOf([](const OnnxInputs &in) { return at::where(in[0].gt(0), in[0], in[0] * in[1]); });
}

Kernel elu(OnnxCall &call)
{
    const double alpha = call.number("alpha", 1);
    return kernelOf([alpha](const OnnxInputs &in) { return at::elu(in[0], alpha); });
}

Kernel selu(OnnxCall &call)
{
    const double alpha = call.number("alpha", 1.67326319217681884765625);
    const double scale = call.number("gamma", 1.05070102214813232421875);
    return kernelOf([=](const OnnxInputs &in) { return at::elu(in[0], alpha, scale); });
}

Kernel celu(OnnxCall &call)
{
    const double alpha = call.number("alpha", 1);
    return kernelOf([alpha](const OnnxInputs &in) { return at::celu(in[0], alpha); });
}

bool isOneSixth(double value) { return std::abs(value - 1.0 / 6) < 1e-6; }

Kernel hardSigmoid(OnnxCall &call)
{
    const double slope = call.number("alpha", 0.2);
    const double shift = call.number("beta", 0.5);
    if (isOneSixth(slope) && shift == 0.5)
        return unary<at::hardsigmoid>(call);
    return kernelOf([=](const OnnxInputs &in) { return at::hardtanh(in[0] * slope + shift, 0, 1); });
}

Kernel gelu(OnnxCall &call)
{
    const std::string approximate = call.text("approximate", "none");
    if (approximate != "none" && approximate != "tanh")
        call.refuseAttribute("approximate");
    return kernelOf([approximate](const OnnxInputs &in) { return at::gelu(in[0], approximate); });
}

Kernel swishBy(double alpha)
{
    if (alpha == 1)
        return kernelOf([](const OnnxInputs &in) { return at::silu(in[0]); });
    return kernelOf([alpha](const OnnxInputs &in) { return in[0] * at::sigmoid(in[0] * alpha); });
}

Kernel swish(OnnxCall &call) { return swishBy(call.number("alpha", 1)); }

Kernel quickGelu(OnnxCall &call) { return swishBy(call.number("alpha", 1.702)); }

Kernel thresholdedRelu(OnnxCall &call)
{
    const double alpha = call.number("alpha", 1);
    return kernelOf([alpha](const OnnxInputs &in) { return at::threshold(in[0], alpha, 0); });
}

Kernel shrink(OnnxCall &call)
{
    const double bias = call.number("bias", 0);
    const double edge = call.number("lambd", 0.5);
    return kernelOf([=](const OnnxInputs &in) {
        const at::Tensor &values = in[0];
        return at::where(values.lt(-edge), values + bias,
            at::where(values.gt(edge), values - bias, at::zeros_like(values)));
    });
}

using AlongAxis = std::function<at::Tensor(const at::Tensor &values, std::int64_t axis)>;

/// Up to version 12, all axes from the given one on count as one.
Kernel alongAxis(OnnxCall &call, AlongAxis compute)
{
    const bool isOld = call.version < 13;
    const std::int64_t axis = call.integer("axis", isOld ? 1 : -1);
    return kernelOf([axis, isOld, compute = std::move(compute)](const OnnxInputs &in) {
        const at::Tensor &values = in[0];
        if (!isOld)
            return compute(values, axisOf(axis, values.dim()));
        const std::int64_t first = axis == values.dim() ? axis : axisOf(axis, values.dim());
        std::int64_t rows = 1;
        for (std::int64_t i = 0; i < first; ++i)
            rows *= values.size(i);
        return compute(values.reshape({rows, rows == 0 ? 0 : values.numel() / rows}), 1)
            .reshape(values.sizes());
    });
}

Kernel softmax(OnnxCall &call)
{
    return alongAxis(
        call, [](const at::Tensor &values, std::int64_t axis) { return at::softmax(values, axis); });
}

Kernel logSoftmax(OnnxCall &call)
{
    return alongAxis(
        call, [](const at::Tensor &values, std::int64_t axis) { return at::log_softmax(values, axis); });
}

Kernel hardmax(OnnxCall &call)
{
    return alongAxis(call, [](const at::Tensor &values, std::int64_t axis) {
        return at::zeros_like(values).scatter(axis, at::argmax(values, axis, /*keepdim=*/true), 1);
    });
}

} // namespace

std::vector<OnnxOperator> onnxActivations()
{
    return {
        {"Relu", "X", relu},
        {"LeakyRelu", "X", leakyRelu},
        {"PRelu", "X slope", pRelu},
        {"Elu", "X", elu},
        {"Selu", "X", selu},
        {"Celu", "X", celu},
        {"Sigmoid", "X", unary<at::sigmoid>},
        {"HardSigmoid", "X", hardSigmoid},
        {"HardSwish", "X", unary<at::hardswish>},
        {"Mish", "X", unary<at::mish>},
        {"Gelu", "X", gelu},
        {"Swish", "X", swish},
        {"Softplus", "X", unary<softplus>},
        {"Softsign", "input", unary<softsign>},
        {"ThresholdedRelu", "X", thresholdedRelu},
        {"Shrink", "input", shrink},
        {"Tanh", "input", unary<at::tanh>},
        {"Softmax", "input", softmax},
        {"LogSoftmax", "input", logSoftmax},
        {"Hardmax", "input", hardmax},
        {"Gelu", "X", gelu, 1, "com.microsoft"},
        {"QuickGelu", "X", quickGelu, 1, "com.microsoft"},
    };
}

} // namespace convscope
