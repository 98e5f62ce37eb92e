#include "core/engine/network/scriptrange.h"

#include "core/engine/network/scriptvalues.h"

#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/ir/ir.h>

#include <optional>
#include <set>

namespace convscope {

namespace {

namespace jit = torch::jit;

// No network of pictures in [0, 1] divides by as much, or takes away as much.
constexpr double minDivisor = 64;
constexpr double minMean = 4;

std::optional<at::Tensor> numbersOf(const std::optional<c10::IValue> &value)
{
    if (value && value->isScalar())
        return at::scalar_tensor(value->toScalar(), at::kDouble);
    if (value && value->isTensor() && value->toTensor().defined() && value->toTensor().numel() > 0)
        return value->toTensor().detach().to(at::kCPU, at::kDouble);
    return std::nullopt;
}

/// "aten::div" of "aten::div_".
std::string operation(const jit::Node &node)
{
    std::string name = node.kind().toQualString();
    if (name.ends_with('_') && !name.ends_with("__"))
        name.pop_back();
    return name;
}

bool scalesBytes(const std::string &operation, const at::Tensor &by)
{
    const double min = by.min().item<double>();
    const double max = by.max().item<double>();
    return operation == "aten::div" ? min >= minDivisor
        : operation == "aten::mul"  ? min > 0 && max <= 1 / minDivisor
        : operation == "aten::sub"  ? max >= minMean
        : operation == "aten::add"  ? min <= -minMean
                                    : false;
}

bool isScaledBehind(const jit::Value &picture, const jit::Value &self, const jit::Module &module)
{
    // Give the same picture, or a part of it.
    static const std::set<std::string> passing = {"aten::clone", "aten::to", "aten::contiguous",
        "aten::permute", "aten::detach", "aten::flip", "aten::slice", "aten::select", "aten::unsqueeze",
        "aten::type_as"};
    for (const jit::Use &use : picture.uses()) {
        const std::string name = operation(*use.user);
        if (use.offset != 0 || use.user->outputs().size() != 1)
            continue;
        if (passing.contains(name) && isScaledBehind(*use.user->output(), self, module))
            return true;
        if (use.user->inputs().size() < 2)
            continue;
        const auto by = numbersOf(fixedValue(*use.user->input(1), self, module));
        if (by && scalesBytes(name, *by))
            return true;
    }
    return false;
}

} // namespace

bool takesBytes(const jit::Graph &graph, const jit::Module &module)
{
    return isScaledBehind(*graph.inputs().at(1), *graph.inputs().at(0), module);
}

} // namespace convscope
