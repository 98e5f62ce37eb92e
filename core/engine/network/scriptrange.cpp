#include "core/engine/network/scriptrange.h"

#include "core/engine/network/byterange.h"
#include "core/engine/network/scriptvalues.h"

#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/ir/ir.h>

#include <optional>

namespace convscope {

namespace {

namespace jit = torch::jit;

std::optional<at::Tensor> numbersOf(const std::optional<c10::IValue> &value)
{
    if (value && value->isScalar())
        return at::scalar_tensor(value->toScalar(), at::kDouble);
    if (value && value->isTensor() && value->toTensor().defined() && value->toTensor().numel() > 0)
        return value->toTensor();
    return std::nullopt;
}

/// "div" of "aten::div_".
std::string operation(const jit::Node &node)
{
    std::string name = node.kind().toUnqualString();
    if (name.ends_with('_') && !name.ends_with("__"))
        name.pop_back();
    return name;
}

bool isScaledBehind(const jit::Value &picture, const jit::Value &self, const jit::Module &module)
{
    for (const jit::Use &use : picture.uses()) {
        const std::string name = operation(*use.user);
        if (use.offset != 0 || use.user->outputs().size() != 1)
            continue;
        if (passesPicture(name) && isScaledBehind(*use.user->output(), self, module))
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
