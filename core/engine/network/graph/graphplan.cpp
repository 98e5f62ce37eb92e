#include "core/engine/network/graph/graphplan.h"

#include "core/engine/network/graph/graphcalls.h"
#include "core/engine/network/graph/memoryroots.h"

#include <algorithm>

namespace convscope {

namespace {

bool isConstant(const Graph &graph, const Operator &step, int place)
{
    if (place < 0)
        return false;
    const OperatorArgument &argument = step.arguments[std::size_t(place)];
    return argument.kind == OperatorArgument::Kind::Constant
        || (argument.kind == OperatorArgument::Kind::Value
            && !graph.values[std::size_t(argument.value)].constant.isNone());
}

} // namespace

GraphPlanner::GraphPlanner(const Graph &graph)
    : m_graph(graph)
    , m_makers(makersOf(graph))
    , m_roots(memoryRoots(graph))
    , m_lastChange(graph.values.size(), -1)
    , m_changesBefore(graph.operators.size())
    , m_norms(graph.operators.size(), -1)
{
    findNeeds();
    findNorms();
}

void GraphPlanner::findNeeds()
{
    for (std::size_t i = 0; i < m_graph.operators.size(); ++i) {
        const Operator &step = m_graph.operators[i];
        forValues(step, [&](int value) {
            const int change = m_lastChange[std::size_t(rootOf(value))];
            if (change >= 0)
                m_changesBefore[i].push_back(change);
        });
        if (!step.isInPlace)
            continue;
        forValues(step.arguments.front(), [&](int value) {
            m_lastChange[std::size_t(rootOf(value))] = int(i);
            m_changesPicture = m_changesPicture || rootOf(value) == rootOf(m_graph.picture);
        });
    }
}

void GraphPlanner::findNorms()
{
    std::vector<int> uses(m_graph.values.size(), 0);
    for (const Operator &step : m_graph.operators)
        forValues(step, [&](int value) { ++uses[std::size_t(value)]; });
    for (const auto &[name, value] : m_graph.outputs)
        ++uses[std::size_t(value)];
    for (std::size_t i = 0; i < m_graph.operators.size(); ++i) {
        const Operator &norm = m_graph.operators[i];
        if (norm.role != Role::BatchNorm || norm.isInPlace || !isConstant(m_graph, norm, norm.weights.mean)
            || !isConstant(m_graph, norm, norm.weights.variance)
            || !isConstant(m_graph, norm, norm.weights.weight)
            || !isConstant(m_graph, norm, norm.weights.bias)
            || norm.arguments.front().kind != OperatorArgument::Kind::Value)
            continue;
        const int value = norm.arguments.front().value;
        const int maker = m_makers[std::size_t(value)];
        const bool givesMore = std::any_of(norm.outputs.begin() + (norm.outputs.empty() ? 0 : 1),
            norm.outputs.end(), [&](int each) { return each >= 0 && uses[std::size_t(each)] > 0; });
        if (maker < 0 || uses[std::size_t(value)] != 1 || givesMore)
            continue;
        const Operator &layer = m_graph.operators[std::size_t(maker)];
        // Behind a linear layer a batch norm may be along another axis than the layer's outputs.
        if (layer.role == Role::Convolution && isConstant(m_graph, layer, layer.weights.weight)
            && isConstant(m_graph, layer, layer.weights.bias))
            m_norms[std::size_t(maker)] = int(i);
    }
}

/// Whether what a change in place does is in the given value already.
bool GraphPlanner::isInside(int change, const PlanRequest &request) const
{
    if (!request.begin || change > m_makers[std::size_t(*request.begin)])
        return false;
    const OperatorArgument &changed = m_graph.operators[std::size_t(change)].arguments.front();
    return changed.kind == OperatorArgument::Kind::Value && rootOf(changed.value) == rootOf(*request.begin);
}

/// All operators on the ways from what is given to what is wanted.
std::set<int> GraphPlanner::needed(const PlanRequest &request) const
{
    std::set<int> steps;
    const auto add = [&](int value) {
        const bool isGiven = value == request.begin || !m_graph.values[std::size_t(value)].constant.isNone();
        if (!isGiven && m_makers[std::size_t(value)] >= 0)
            steps.insert(m_makers[std::size_t(value)]);
    };
    const auto addChange = [&](int change) {
        if (change >= 0 && !isInside(change, request))
            steps.insert(change);
    };
    for (const int value : request.values)
        add(value);
    if (request.toTheEnd) {
        for (const auto &[name, value] : m_graph.outputs) {
            add(value);
            addChange(m_lastChange[std::size_t(rootOf(value))]);
        }
    }
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) { // its makers lie before it
        forValues(m_graph.operators[std::size_t(*step)], add);
        for (const int change : m_changesBefore[std::size_t(*step)])
            addChange(change);
    }
    return steps;
}

std::optional<std::vector<PlannedStep>> GraphPlanner::plan(const PlanRequest &request) const
{
    const std::set<int> steps = needed(request);
    std::vector<int> lastUse(m_graph.values.size(), -1);
    std::set<int> passing;
    std::vector<PlannedStep> plan;
    for (const int step : steps) {
        const Operator &each = m_graph.operators[std::size_t(step)];
        forValues(each, [&](int value) { lastUse[std::size_t(value)] = int(plan.size()); });
        for (const int value : each.outputs) {
            if (value >= 0)
                lastUse[std::size_t(value)] = std::max(lastUse[std::size_t(value)], int(plan.size()));
        }
        const int norm = normBehind(step);
        const bool isFolded = request.folds && norm >= 0 && steps.contains(norm) && !each.outputs.empty()
            && !request.values.contains(each.outputs.front());
        if (isFolded)
            passing.insert(norm);
        plan.push_back({step, isFolded, passing.contains(step)});
    }
    if (request.begin && lastUse[std::size_t(m_graph.picture)] >= 0)
        return std::nullopt;
    if (request.toTheEnd) {
        for (const auto &[name, value] : m_graph.outputs)
            lastUse[std::size_t(value)] = -1; // is taken at the end
    }
    for (std::size_t value = 0; value < lastUse.size(); ++value) {
        if (lastUse[value] >= 0 && m_graph.values[value].constant.isNone())
            plan[std::size_t(lastUse[value])].released.push_back(int(value));
    }
    return plan;
}

} // namespace convscope
