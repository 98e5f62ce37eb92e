#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/onnxbuilder.h"
#include "core/engine/network/graph/onnxchoice.h"
#include "core/engine/network/pickle.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace convscope {

namespace {

const OnnxGraph &branchOf(
    const OnnxNode &node, const std::vector<OnnxAttribute> &attributes, const std::string &name)
{
    for (const OnnxAttribute &attribute : attributes) {
        if (attribute.name == name && attribute.graph)
            return *attribute.graph;
    }
    damaged(printable(node.name) + " has no " + name);
}

/// Adds the names of the values that nodes take, those of their branches as well.
void addUsedNames(std::set<std::string> &used, const std::vector<OnnxNode> &nodes)
{
    for (const OnnxNode &node : nodes) {
        used.insert(node.inputs.begin(), node.inputs.end());
        for (const OnnxAttribute &attribute : node.attributes) {
            if (!attribute.graph)
                continue;
            addUsedNames(used, attribute.graph->nodes);
            for (const OnnxValue &output : attribute.graph->outputs)
                used.insert(output.name);
        }
    }
}

} // namespace

const OnnxFunction *OnnxBuilder::functionOf(const OnnxNode &node) const
{
    const auto found = m_functions.find(FunctionKey{node.domain, node.kind, node.overload});
    return found == m_functions.end() ? nullptr : found->second;
}

const std::set<std::string> &OnnxBuilder::usedIn(const OnnxGraph &graph)
{
    const auto [known, isNew] = m_used.try_emplace(&graph);
    if (isNew) {
        addUsedNames(known->second, graph.nodes);
        for (const OnnxValue &output : graph.outputs)
            known->second.insert(output.name);
    }
    return known->second;
}

const std::set<std::string> &OnnxBuilder::usedIn(const OnnxFunction &function)
{
    const auto [known, isNew] = m_used.try_emplace(&function);
    if (isNew) {
        addUsedNames(known->second, function.nodes);
        known->second.insert(function.outputs.begin(), function.outputs.end());
    }
    return known->second;
}

bool OnnxBuilder::addFunction(
    const OnnxNode &node, const std::vector<OnnxAttribute> &attributes, Scope &scope)
{
    const OnnxFunction *function = functionOf(node);
    if (!function)
        return false;
    std::vector<OnnxAttribute> given = attributes;
    for (const OnnxAttribute &otherwise : function->defaults) {
        const bool isGiven = std::any_of(given.begin(), given.end(),
            [&](const OnnxAttribute &attribute) { return attribute.name == otherwise.name; });
        if (!isGiven)
            given.push_back(otherwise);
    }
    Scope inside;
    inside.versions = function->versions.empty() ? scope.versions : &function->versions;
    inside.attributes = &given;
    inside.prefix = uniqueName(node, scope) + "/";
    inside.depth = scope.depth + 1;
    inside.used = &usedIn(*function);
    if (node.inputs.size() > function->inputs.size() || node.outputs.size() > function->outputs.size())
        damaged(printable(node.name) + " does not match its function");
    for (std::size_t i = 0; i < node.inputs.size(); ++i) {
        if (!node.inputs[i].empty())
            define(inside, function->inputs[i], find(scope, node.inputs[i]));
    }
    // One that is left out is no value, wherever it is asked for
    for (const std::string &input : function->inputs)
        inside.known.emplace(input, -1);
    addNodes(function->nodes, inside);
    for (std::size_t i = 0; i < node.outputs.size(); ++i) {
        if (!node.outputs[i].empty())
            define(scope, node.outputs[i], find(inside, function->outputs[i]));
    }
    return true;
}

std::vector<int> OnnxBuilder::addBranch(const OnnxGraph &branch, Scope &outer, const std::string &name)
{
    Scope inside;
    inside.graph = &branch;
    inside.outer = &outer;
    inside.versions = outer.versions;
    inside.attributes = outer.attributes;
    inside.prefix = name + "/";
    inside.depth = outer.depth + 1;
    inside.used = &usedIn(branch);
    addNodes(branch.nodes, inside);
    std::vector<int> results;
    for (const OnnxValue &output : branch.outputs)
        results.push_back(find(inside, output.name));
    return results;
}

/// Where the condition is known, the branch takes the operator's place.
void OnnxBuilder::addIf(const OnnxNode &node, const std::vector<OnnxAttribute> &attributes, Scope &scope)
{
    const OnnxGraph &yes = branchOf(node, attributes, "then_branch");
    const OnnxGraph &no = branchOf(node, attributes, "else_branch");
    if (node.inputs.size() != 1 || yes.outputs.size() < node.outputs.size()
        || no.outputs.size() < node.outputs.size())
        damaged(printable(node.name) + " does not match its branches");
    const int condition = find(scope, node.inputs.front());
    if (condition < 0)
        damaged(printable(node.name) + " has no condition");
    const c10::IValue known = values[std::size_t(condition)].constant;
    if (!known.isTensor())
        return addChoice(node, yes, no, condition, scope);
    if (known.toTensor().numel() != 1)
        damaged(printable(node.name) + " has no condition");
    const OnnxGraph &taken = known.toTensor().ne(0).item<bool>() ? yes : no;
    const std::vector<int> results = addBranch(taken, scope, uniqueName(node, scope));
    for (std::size_t i = 0; i < node.outputs.size(); ++i) {
        if (!node.outputs[i].empty())
            define(scope, node.outputs[i], results[i]);
    }
}

void OnnxBuilder::addChoice(
    const OnnxNode &node, const OnnxGraph &yes, const OnnxGraph &no, int condition, Scope &scope)
{
    const std::string name = uniqueName(node, scope);
    std::vector<OnnxBranch> branches;
    for (const OnnxGraph *graph : {&yes, &no}) {
        std::vector<OnnxMade> before;
        std::swap(before, operators);
        const std::vector<int> results = addBranch(*graph, scope, name);
        std::swap(before, operators);
        OnnxBranch &branch = branches.emplace_back();
        for (OnnxMade &inside : before)
            branch.operators.push_back(std::move(inside.made));
        branch.outputs.assign(results.begin(), results.begin() + std::ptrdiff_t(node.outputs.size()));
    }
    Operator made = choiceOf(std::move(branches), condition, values);
    made.name = name;
    made.kind = node.kind;
    for (const std::string &output : node.outputs) {
        made.outputs.push_back(addValue(output));
        if (!output.empty())
            define(scope, output, made.outputs.back());
    }
    operators.push_back({std::move(made), node.metadata});
}

} // namespace convscope
