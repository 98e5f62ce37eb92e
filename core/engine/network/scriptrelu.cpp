#include "core/engine/network/scriptrelu.h"

#include "core/engine/relurule.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/ir/ir.h>
#include <torch/csrc/jit/runtime/custom_operator.h>

#include <optional>

namespace convscope {

namespace {

namespace jit = torch::jit;

constexpr const char *reluName = "convscope::relu";
constexpr const char *inPlaceName = "convscope::relu_";

const jit::RegisterOperators registered({
    jit::Operator(
        "convscope::relu(Tensor values) -> Tensor",
        [](jit::Stack &stack) { stack.back() = reluWithRule(stack.back().toTensor()); },
        c10::AliasAnalysisKind::FROM_SCHEMA),
    jit::Operator(
        "convscope::relu_(Tensor(a!) values) -> Tensor(a!)",
        [](jit::Stack &stack) {
            at::Tensor values = stack.back().toTensor();
            values.copy_(reluWithRule(values)); // the gradient goes through what is copied
        },
        c10::AliasAnalysisKind::FROM_SCHEMA),
});

/// The operator that stands in for a node.
std::optional<jit::Symbol> standInFor(const jit::Node &node)
{
    if (node.kind() == jit::aten::relu)
        return jit::Symbol::fromQualString(reluName);
    if (node.kind() == jit::aten::relu_)
        return jit::Symbol::fromQualString(inPlaceName);
    return std::nullopt;
}

void replaceIn(jit::Block &block, jit::Graph &graph)
{
    for (auto each = block.nodes().begin(); each != block.nodes().end();) {
        jit::Node *node = *each;
        ++each;
        for (jit::Block *inner : node->blocks())
            replaceIn(*inner, graph);
        const std::optional<jit::Symbol> symbol = standInFor(*node);
        if (!symbol)
            continue;
        jit::Node *made = graph.create(*symbol, node->inputs(), 1);
        made->insertBefore(node);
        made->output()->setType(node->output()->type());
        node->output()->replaceAllUsesWith(made->output());
        node->destroy();
    }
}

} // namespace

std::shared_ptr<jit::Graph> withReluRule(jit::Graph &graph)
{
    std::shared_ptr<jit::Graph> copy = graph.copy();
    replaceIn(*copy->block(), *copy);
    return copy;
}

} // namespace convscope
