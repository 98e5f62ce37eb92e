#include "core/engine/network/graph/onnxchoice.h"

#include "core/engine/network/damaged.h"

#include <ATen/ATen.h>

#include <map>
#include <memory>
#include <set>

namespace convscope {

namespace {

/// Values by their numbers.
using Table = std::map<int, c10::IValue>;

/// The numbers of the values that a branch takes from outside.
std::set<int> takenBy(const OnnxBranch &branch)
{
    std::set<int> taken(branch.outputs.begin(), branch.outputs.end());
    std::set<int> made;
    for (const Operator &inside : branch.operators) {
        for (const OperatorArgument &argument : inside.arguments) {
            if (argument.value >= 0)
                taken.insert(argument.value);
        }
        made.insert(inside.outputs.begin(), inside.outputs.end());
    }
    for (const int value : made)
        taken.erase(value);
    return taken;
}

void run(const OnnxBranch &branch, Table &table)
{
    for (const Operator &inside : branch.operators) {
        std::vector<c10::IValue> stack;
        for (const OperatorArgument &argument : inside.arguments)
            stack.push_back(argument.value < 0 ? argument.constant : table.at(argument.value));
        inside.kernel(stack);
        for (std::size_t i = 0; i < std::min(stack.size(), inside.outputs.size()); ++i) {
            if (inside.outputs[i] >= 0)
                table[inside.outputs[i]] = stack[i];
        }
    }
}

/// What a branch runs with, whatever is given.
struct Choice
{
    std::vector<OnnxBranch> branches;
    std::vector<int> given; ///< the values behind the condition, in the order of the arguments
    Table constants;
};

void choose(const Choice &choice, std::vector<c10::IValue> &stack)
{
    const at::Tensor condition = stack.at(0).toTensor();
    if (condition.numel() != 1)
        damaged("If without a condition");
    Table table = choice.constants;
    for (std::size_t i = 0; i < choice.given.size(); ++i)
        table[choice.given[i]] = stack.at(i + 1);
    const OnnxBranch &branch = choice.branches[condition.ne(0).item<bool>() ? 0 : 1];
    run(branch, table);
    stack.clear();
    for (const int output : branch.outputs)
        stack.push_back(table.at(output));
}

} // namespace

Operator choiceOf(std::vector<OnnxBranch> branches, int condition, const std::vector<GraphValue> &values)
{
    Operator made;
    made.arguments = {OperatorArgument::ofValue(condition)};
    made.argumentNames = {"cond"};
    auto choice = std::make_shared<Choice>();
    std::set<int> taken;
    for (const OnnxBranch &branch : branches)
        taken.merge(takenBy(branch));
    for (const int value : taken) {
        if (value < 0)
            damaged("If gives no value");
        const GraphValue &known = values[std::size_t(value)];
        if (!known.constant.isNone()) {
            choice->constants[value] = known.constant;
            continue;
        }
        choice->given.push_back(value);
        made.arguments.push_back(OperatorArgument::ofValue(value));
        made.argumentNames.push_back(known.name);
    }
    choice->branches = std::move(branches);
    made.isView = true;
    made.kernel = [choice](std::vector<c10::IValue> &stack) { choose(*choice, stack); };
    return made;
}

} // namespace convscope
