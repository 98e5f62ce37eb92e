#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/onnxoperators.h"
#include "core/engine/network/graph/onnxtensor.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

/// An operator that does the same to each number.
template <at::Tensor (*compute)(const at::Tensor &)> Kernel unary(OnnxCall &)
{
    return kernelOf([](const OnnxInputs &in) { return compute(in[0]); });
}

bool isWhole(const at::Tensor &tensor) { return !tensor.is_floating_point(); }

using Binary = at::Tensor (*)(const at::Tensor &, const at::Tensor &);

at::Tensor combined(Binary compute, const at::Tensor &a, const at::Tensor &b)
{
    const auto [first, second] = together(a, b);
    checkSize(at::infer_size(first.sizes(), second.sizes()), "a sum or product");
    return compute(first, second);
}

template <Binary compute> Kernel binary(OnnxCall &call)
{
    call.ignore({"consumed_inputs"});
    return kernelOf([](const OnnxInputs &in) { return combined(compute, in[0], in[1]); });
}

/// Any number of inputs, one after the other.
template <Binary compute> Kernel variadic(OnnxCall &)
{
    return kernelOf([](const OnnxInputs &in) {
        at::Tensor result = in[0];
        for (std::size_t i = 1; i < in.size(); ++i)
            result = combined(compute, result, in[i]);
        return result;
    });
}

at::Tensor add(const at::Tensor &a, const at::Tensor &b) { return at::add(a, b); }
at::Tensor subtract(const at::Tensor &a, const at::Tensor &b) { return at::sub(a, b); }
at::Tensor multiply(const at::Tensor &a, const at::Tensor &b) { return at::mul(a, b); }
at::Tensor larger(const at::Tensor &a, const at::Tensor &b) { return at::maximum(a, b); }
at::Tensor smaller(const at::Tensor &a, const at::Tensor &b) { return at::minimum(a, b); }
at::Tensor rounded(const at::Tensor &a) { return at::round(a); }

/// Whole numbers are divided as in C.
at::Tensor divide(const at::Tensor &a, const at::Tensor &b)
{
    if (!isWhole(a) || !isWhole(b))
        return at::div(a, b);
    if (b.eq(0).any().item<bool>())
        damaged("a division by 0");
    return at::div(a, b, "trunc");
}

/// As large as the base's type, whatever the exponent's.
at::Tensor power(const at::Tensor &base, const at::Tensor &exponent)
{
    if (exponent.dim() == 0 && exponent.device().is_cpu())
        return at::pow(base, exponent.item()).to(base.scalar_type());
    return at::pow(base, exponent.to(base.scalar_type()));
}

Kernel mod(OnnxCall &call)
{
    const bool likeC = call.flag("fmod");
    return kernelOf([likeC](const OnnxInputs &in) {
        const auto [a, b] = together(in[0], in[1]);
        if (isWhole(b) && b.eq(0).any().item<bool>())
            damaged("a division by 0");
        return likeC ? at::fmod(a, b) : at::remainder(a, b);
    });
}

Kernel mean(OnnxCall &)
{
    return kernelOf([](const OnnxInputs &in) {
        at::Tensor sum = in[0];
        for (std::size_t i = 1; i < in.size(); ++i)
            sum = combined(add, sum, in[i]);
        return at::div(sum, std::int64_t(in.size()));
    });
}

/// One of Clip's bounds: an attribute in the first versions, an input since.
struct Bound
{
    std::optional<double> value = {};
    int input = -1; ///< where it is known only when the network runs
};

Bound boundOf(OnnxCall &call, const char *name, int input)
{
    if (call.version < 11)
        return call.hasAttribute(name) ? Bound{call.number(name, 0)} : Bound{};
    if (!call.has(std::size_t(input)))
        return {};
    const at::Tensor constant = call.constant(std::size_t(input));
    if (constant.defined() && constant.numel() == 1)
        return {constant.item<double>()};
    return {{}, input};
}

at::Tensor clipped(const at::Tensor &values, const OnnxInputs &in, const Bound &least, const Bound &most)
{
    if (least.value && most.value && values.is_floating_point())
        return at::hardtanh(values, *least.value, *most.value); // whose gradient PyTorch's ReLU6 has
    at::Tensor result = values;
    if (least.value)
        result = at::clamp_min(result, *least.value);
    else if (least.input >= 0)
        result = combined(larger, result, in[std::size_t(least.input)]);
    if (most.value)
        result = at::clamp_max(result, *most.value);
    else if (most.input >= 0)
        result = combined(smaller, result, in[std::size_t(most.input)]);
    return result.to(values.scalar_type());
}

Kernel clip(OnnxCall &call)
{
    const Bound least = boundOf(call, "min", 1);
    const Bound most = boundOf(call, "max", 2);
    return kernelOf([=](const OnnxInputs &in) { return clipped(in[0], in, least, most); });
}

/// Floating-point numbers of all types are of the one that the network computes in.
at::ScalarType typeOf(OnnxCall &call, const std::string &attribute)
{
    const auto type = OnnxType(call.integer(attribute, 0));
    if (type == OnnxType::UInt16 || type == OnnxType::UInt32 || type == OnnxType::UInt64)
        return at::kLong;
    const auto known = scalarType(type);
    if (!known)
        call.refuse(attribute, name(type));
    return at::isFloatingType(*known) ? call.target.type : *known;
}

at::Tensor castTo(const at::Tensor &values, at::ScalarType type)
{
    return type == at::kBool ? values.ne(0) : values.to(type);
}

Kernel cast(OnnxCall &call)
{
    call.ignore({"saturate", "round_mode"});
    call.made.isView = true; // where the type stays
    const at::ScalarType type = typeOf(call, "to");
    return kernelOf([type](const OnnxInputs &in) { return castTo(in[0], type); });
}

Kernel castLike(OnnxCall &call)
{
    call.ignore({"saturate", "round_mode"});
    call.made.isView = true;
    return kernelOf([](const OnnxInputs &in) { return castTo(in[0], in[1].scalar_type()); });
}

} // namespace

std::vector<OnnxOperator> onnxElementwise()
{
    return {
        {"Abs", "X", unary<at::abs>},
        {"Acos", "input", unary<at::acos>},
        {"Acosh", "input", unary<at::acosh>},
        {"Asin", "input", unary<at::asin>},
        {"Asinh", "input", unary<at::asinh>},
        {"Atan", "input", unary<at::atan>},
        {"Atanh", "input", unary<at::atanh>},
        {"Ceil", "X", unary<at::ceil>},
        {"Cos", "input", unary<at::cos>},
        {"Cosh", "input", unary<at::cosh>},
        {"Erf", "input", unary<at::erf>},
        {"Exp", "input", unary<at::exp>},
        {"Floor", "X", unary<at::floor>},
        {"Log", "input", unary<at::log>},
        {"Neg", "X", unary<at::neg>},
        {"Reciprocal", "X", unary<at::reciprocal>},
        {"Round", "X", unary<rounded>},
        {"Sign", "input", unary<at::sign>},
        {"Sin", "input", unary<at::sin>},
        {"Sinh", "input", unary<at::sinh>},
        {"Sqrt", "X", unary<at::sqrt>},
        {"Tan", "input", unary<at::tan>},
        {"Add", "A B", binary<add>},
        {"Sub", "A B", binary<subtract>},
        {"Mul", "A B", binary<multiply>},
        {"Div", "A B", binary<divide>},
        {"Pow", "X Y", binary<power>},
        {"Mod", "A B", mod},
        {"Max", "data...", variadic<larger>},
        {"Min", "data...", variadic<smaller>},
        {"Sum", "data...", variadic<add>},
        {"Mean", "data...", mean},
        {"Clip", "input min? max?", clip},
        {"Cast", "input", cast},
        {"CastLike", "input target_type", castLike},
    };
}

} // namespace convscope
