#include "core/engine/network/scriptvalues.h"

#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/ir/constants.h>
#include <torch/csrc/jit/ir/ir.h>

namespace convscope {

namespace jit = torch::jit;

bool isOneOf(const jit::Node &node, const std::set<std::string> &names)
{
    return names.contains(node.kind().toQualString());
}

bool isConvolution(const jit::Node &node)
{
    static const std::set<std::string> names = {"aten::_convolution", "aten::convolution", "aten::conv2d",
        "aten::_convolution_mode", "aten::conv_transpose2d"};
    return isOneOf(node, names);
}

std::optional<c10::IValue> fixedValue(
    const jit::Value &value, const jit::Value &self, const jit::Module &network)
{
    if (&value == &self)
        return network._ivalue();
    const jit::Node &node = *value.node();
    if (node.kind() != jit::prim::GetAttr)
        return jit::toIValue(&value);
    const auto holder = fixedValue(*node.input(0), self, network);
    return holder ? std::optional(holder->toObject()->getAttr(node.s(jit::attr::name))) : std::nullopt;
}

} // namespace convscope
