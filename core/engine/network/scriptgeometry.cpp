#include "core/engine/network/scriptgeometry.h"

#include "core/engine/network/scriptvalues.h"

#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/ir/constants.h>
#include <torch/csrc/jit/ir/ir.h>

#include <optional>
#include <set>

namespace convscope {

namespace {

namespace jit = torch::jit;

/// An argument by its name; null where the operator has none of that name.
const jit::Value *argument(const jit::Node &node, const std::string &name)
{
    const c10::FunctionSchema *schema = node.maybeSchema();
    const int index = schema ? schema->argumentIndexWithName(name).value_or(-1) : -1;
    return index < 0 || std::size_t(index) >= node.inputs().size() ? nullptr : node.input(std::size_t(index));
}

/// Height and width; empty where the graph does not state them. A single number stands for both.
std::vector<int> pairOf(const jit::Value *value)
{
    if (!value)
        return {};
    if (value->node()->kind() == jit::prim::unchecked_cast)
        return pairOf(value->node()->input(0));
    if (value->node()->kind() == jit::prim::If) { // scripted: "if stride is None"
        std::vector<int> found;
        for (const jit::Block *branch : value->node()->blocks()) {
            if (std::vector<int> numbers = pairOf(branch->outputs()[value->offset()]); !numbers.empty())
                found = found.empty() || found == numbers ? numbers : std::vector<int>();
        }
        return found;
    }
    std::vector<int> numbers;
    const auto add = [&numbers](const c10::IValue &number) {
        if (number.isInt())
            numbers.push_back(int(number.toInt()));
    };
    if (const auto constant = jit::toIValue(value)) {
        add(*constant);
        if (constant->isIntList()) {
            for (const std::int64_t number : constant->toIntVector())
                numbers.push_back(int(number));
        }
    } else if (value->node()->kind() == jit::prim::ListConstruct) {
        for (const jit::Value *element : value->node()->inputs()) {
            if (const auto number = jit::toIValue(element))
                add(*number);
        }
    }
    if (numbers.size() == 1)
        numbers.push_back(numbers.front());
    return numbers.size() == 2 ? numbers : std::vector<int>();
}

/// The shape of a weight that is a constant or an attribute of the network; empty for any other.
std::vector<std::int64_t> shapeOf(const jit::Value &value, const jit::Value &self, const jit::Module &network)
{
    const auto weight = fixedValue(value, self, network);
    return weight && weight->isTensor() ? weight->toTensor().sizes().vec() : std::vector<std::int64_t>();
}

std::optional<LayerGeometry> geometryOf(
    const jit::Node &node, const jit::Value &self, const jit::Module &network)
{
    static const std::set<std::string> pools = {"aten::max_pool2d", "aten::avg_pool2d"};
    LayerGeometry geometry;
    if (isConvolution(node)) {
        const std::vector<std::int64_t> shape = shapeOf(*node.input(1), self, network);
        if (shape.size() != 4)
            return {};
        geometry.kernel = {int(shape[2]), int(shape[3])};
        if (const jit::Value *groups = argument(node, "groups")) {
            const auto number = jit::toIValue(groups);
            geometry.groups = number && number->isInt() ? int(number->toInt()) : 1;
        }
    } else if (isOneOf(node, pools)) {
        geometry.kernel = pairOf(argument(node, "kernel_size"));
    }
    if (geometry.kernel.empty())
        return {};
    geometry.stride = pairOf(argument(node, "stride"));
    const jit::Value *stride = argument(node, "stride");
    if (stride && stride->node()->kind() == jit::prim::ListConstruct && stride->node()->inputs().empty())
        geometry.stride = geometry.kernel; // PyTorch's default
    geometry.padding = pairOf(argument(node, "padding"));
    geometry.dilation = pairOf(argument(node, "dilation"));
    return geometry;
}

/// The outputs of the tapped modules are the taps' inputs.
void search(jit::Block &block, const jit::Value &self, const jit::Module &network,
    std::vector<ProgramModule> &modules)
{
    static const auto tap = jit::Symbol::fromQualString(tapName);
    for (const jit::Node *node : block.nodes()) {
        for (jit::Block *inner : const_cast<jit::Node *>(node)->blocks())
            search(*inner, self, network, modules);
        if (node->kind() != tap)
            continue;
        const auto number = jit::toIValue(node->input(1));
        ProgramModule &module = modules.at(std::size_t(number->toInt()));
        if (module.isLeaf)
            module.geometry = geometryOf(*node->input(0)->node(), self, network);
    }
}

} // namespace

void findGeometry(ScriptGraph &script, const jit::Module &module)
{
    search(*script.graph->block(), *script.graph->inputs().at(0), module, script.modules);
}

} // namespace convscope
