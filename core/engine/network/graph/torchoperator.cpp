#include "core/engine/network/graph/torchoperator.h"

#include "core/engine/network/graph/composedoperators.h"
#include "core/engine/network/pickle.h"
#include "core/error.h"
#include "core/runtime.h"

#include <ATen/ATen.h>
#include <ATen/core/dispatch/Dispatcher.h>

#include <algorithm>
#include <limits>
#include <set>
#include <sstream>

namespace convscope {

namespace {

struct Target
{
    std::string space; ///< "aten"
    std::string name;
    std::string overload;
    std::string kind; ///< all three
};

/// "torch.ops.aten.conv2d.default"; without "torch.ops." it is no operator of PyTorch's.
std::optional<Target> targetOf(const std::string &text)
{
    const std::string prefix = "torch.ops.";
    if (!text.starts_with(prefix))
        return std::nullopt;
    const std::string kind = text.substr(prefix.size());
    const std::size_t first = kind.find('.');
    const std::size_t last = kind.rfind('.');
    if (first == std::string::npos || first == last)
        return std::nullopt;
    return Target{
        kind.substr(0, first), kind.substr(first + 1, last - first - 1), kind.substr(last + 1), kind};
}

bool isQuantised(const Target &target)
{
    return target.space.starts_with("quantized") || target.name.find("quantize") != std::string::npos
        || target.name.starts_with("q_") || target.name.starts_with("fake_quant");
}

bool divides(const std::string &name)
{
    static const std::set<std::string> names = {"div", "div_", "divide", "divide_", "floor_divide",
        "floor_divide_", "remainder", "remainder_", "fmod", "fmod_"};
    return names.contains(name);
}

/// The least whole number divided by −1 is none, and a processor stops the program that tries it.
void requireDivisible(const c10::IValue &dividend)
{
    if (!dividend.isTensor() || dividend.toTensor().is_floating_point())
        return;
    const at::Tensor &numbers = dividend.toTensor();
    TORCH_CHECK(!at::isIntegralType(numbers.scalar_type(), /*includeBool=*/false) || numbers.numel() == 0
            || numbers.min().item<std::int64_t>() > std::numeric_limits<std::int32_t>::min(),
        "a whole number is too small to be divided");
}

std::string numberText(double number)
{
    std::ostringstream stream;
    stream << number;
    return stream.str();
}

} // namespace

std::string torchName() { return "LibTorch " + torchVersion(); }

int TorchOperator::place(const std::string &argument) const
{
    const auto &wanted = schema.arguments();
    const auto found = std::find_if(
        wanted.begin(), wanted.end(), [&](const c10::Argument &each) { return each.name() == argument; });
    return found == wanted.end() ? -1 : int(found - wanted.begin());
}

std::optional<c10::IValue> TorchOperator::constant(const std::string &argument) const
{
    const int index = place(argument);
    if (index < 0 || arguments[std::size_t(index)].kind != OperatorArgument::Kind::Constant)
        return std::nullopt;
    return arguments[std::size_t(index)].constant;
}

bool TorchOperator::takesOnlyConstants() const
{
    return std::all_of(arguments.begin(), arguments.end(), [](const OperatorArgument &argument) {
        return argument.kind == OperatorArgument::Kind::Constant && !argument.constant.isTensor();
    });
}

void TorchOperator::set(const std::string &argument, c10::IValue value)
{
    arguments.at(std::size_t(place(argument))) = OperatorArgument::of(std::move(value));
}

TorchOperator findOperator(const std::string &text, const std::string &node)
{
    const std::optional<Target> target = targetOf(text);
    if (!target)
        throw Error(ErrorKind::OperatorUnknown, {}, {printable(text), printable(node), torchName()});
    const auto refuse = [&](ErrorKind kind) {
        std::vector<std::string> values = {printable(target->kind), printable(node)};
        if (kind == ErrorKind::OperatorUnknown)
            values.push_back(torchName());
        throw Error(kind, {}, values);
    };
    if (isQuantised(*target))
        refuse(ErrorKind::NetworkQuantised);
    const std::string overload = target->overload == "default" ? "" : target->overload;
    if (target->space == "aten") {
        if (const ComposedOperator *composed = findComposed(target->name, overload))
            return {
                node, target->kind, target->name, target->overload, composed->schema, composed->kernel, true};
    }
    const auto handle =
        c10::Dispatcher::singleton().findSchema({target->space + "::" + target->name, overload});
    if (!handle)
        refuse(ErrorKind::OperatorUnknown);
    if (target->space != "aten")
        refuse(ErrorKind::OperatorForbidden);
    const Kernel kernel = divides(target->name)
        ? Kernel([op = *handle](std::vector<c10::IValue> &stack) {
              requireDivisible(stack.front());
              op.callBoxed(&stack);
          })
        : Kernel([op = *handle](std::vector<c10::IValue> &stack) { op.callBoxed(&stack); });
    TorchOperator found{
        node, target->kind, target->name, target->overload, handle->schema(), kernel, /*isComposed=*/false};
    found.isRandom = handle->hasTag(at::Tag::nondeterministic_seeded);
    found.changesShape = handle->hasTag(at::Tag::inplace_view);
    return found;
}

void refuseArgument(const TorchOperator &op, const std::string &argument, const std::string &value)
{
    throw Error(ErrorKind::OperatorArgument, {},
        {printable(op.kind), printable(op.node), printable(argument), printable(value)});
}

std::string shortText(const c10::IValue &value)
{
    constexpr std::size_t longest = 60;
    std::string text;
    const auto addList = [&](const auto &numbers) {
        for (const auto number : numbers)
            text += (text.empty() ? "" : ", ") + shortText(number);
        text = "[" + text + "]";
    };
    if (value.isBool())
        text = value.toBool() ? "True" : "False";
    else if (value.isInt())
        text = std::to_string(value.toInt());
    else if (value.isDouble())
        text = numberText(value.toDouble());
    else if (value.isString())
        text = printable(value.toStringRef());
    else if (value.isIntList())
        addList(value.toIntVector());
    else if (value.isDoubleList())
        addList(value.toDoubleVector());
    else if (value.isBoolList())
        for (const bool each : value.toBoolList())
            text += (text.empty() ? "" : ", ") + shortText(each);
    else if (value.isDevice())
        text = value.toDevice().str();
    else if (value.isTensor() && value.toTensor().defined() && value.toTensor().dim() == 0)
        text = numberText(value.toTensor().item().toDouble());
    else
        text = value.isNone() ? "None" : "…";
    return text.size() > longest ? text.substr(0, longest) + "…" : text;
}

} // namespace convscope
