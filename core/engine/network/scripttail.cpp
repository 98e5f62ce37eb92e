#include "core/engine/network/scripttail.h"

#include "core/engine/network/scriptgraph.h"

#include <torch/csrc/jit/ir/constants.h>
#include <torch/csrc/jit/ir/ir.h>

#include <vector>

namespace convscope {

namespace {

namespace jit = torch::jit;

/// The taps of a module, wherever they are.
void collectTaps(jit::Block &block, int module, std::vector<jit::Node *> &taps)
{
    static const auto tap = jit::Symbol::fromQualString(tapName);
    for (jit::Node *node : block.nodes()) {
        for (jit::Block *inner : node->blocks())
            collectTaps(*inner, module, taps);
        if (node->kind() == tap && jit::toIValue(node->input(1))->toInt() == module)
            taps.push_back(node);
    }
}

bool isUsed(const jit::Node &node)
{
    for (const jit::Value *output : node.outputs()) {
        if (output->hasUses())
            return true;
    }
    return false;
}

/// Whether a node gives the same whatever came before it.
bool isFixed(const jit::Node &node)
{
    return node.kind() == jit::prim::Constant || node.kind() == jit::prim::GetAttr;
}

/// Removes the nodes up to and with `last` that nothing behind needs. False where something behind needs what
/// is computed there.
bool removeUntil(jit::Node *last)
{
    const jit::Node *begin = last->owningBlock()->param_node();
    for (jit::Node *node = last; node != begin;) {
        jit::Node *before = node->prev();
        if (!isUsed(*node))
            node->destroy();
        else if (!isFixed(*node))
            return false;
        node = before;
    }
    return true;
}

} // namespace

std::shared_ptr<jit::Graph> graphBehind(const jit::Graph &graph, int module)
{
    const std::shared_ptr<jit::Graph> rest = const_cast<jit::Graph &>(graph).copy(); // which only reads
    std::vector<jit::Node *> taps;
    collectTaps(*rest->block(), module, taps);
    if (taps.size() != 1 || taps.front()->owningBlock() != rest->block())
        return {};
    jit::Value *output = rest->addInput();
    output->setType(taps.front()->output()->type());
    taps.front()->output()->replaceAllUsesWith(output);
    if (!removeUntil(taps.front()))
        return {};
    while (rest->inputs().size() > 2) { // the network itself stays, and what was added
        if (rest->inputs()[1]->hasUses())
            return {};
        rest->eraseInput(1);
    }
    return rest;
}

} // namespace convscope
