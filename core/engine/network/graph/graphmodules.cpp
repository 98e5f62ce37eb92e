#include "core/engine/network/graph/graphmodules.h"

#include "core/engine/network/graph/graphcalls.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <set>

namespace convscope {

namespace {

/// As in torch.nn, of operators that are modules there.
std::string kindOf(const Operator &step)
{
    switch (step.role) {
    case Role::Convolution:
        return "Conv2d";
    case Role::Linear:
        return "Linear";
    case Role::BatchNorm:
        return "BatchNorm2d";
    case Role::ReLU:
        return "ReLU";
    case Role::Other:
        break;
    }
    return shortKind(step.kind);
}

class ModuleLister
{
public:
    explicit ModuleLister(const Graph &graph)
        : m_graph(graph)
        , m_parameters(graph.modules.size())
    {
    }

    GraphModules run()
    {
        for (const GraphModule &module : m_graph.modules) {
            m_found.modules.push_back({module.name, module.kind});
            m_names.insert(module.name);
        }
        m_found.values.resize(m_graph.modules.size());
        addCalls();
        findConvolutions();
        for (const Operator &step : m_graph.operators)
            addOperator(step);
        countParameters();
        return std::move(m_found);
    }

private:
    void addCalls()
    {
        for (const GraphCall &call : callsIn(m_graph)) {
            ProgramModule &module = m_found.modules[std::size_t(call.module)];
            module.isLeaf = module.isLeaf && call.isLeaf;
            if (call.isLeaf)
                describe(module, call);
            if (call.value >= 0)
                tap(call.module, call.value);
        }
    }

    /// A module that holds others but gives what its own convolution does, such as one that pads by a module
    /// of its own, is that convolution.
    void findConvolutions()
    {
        for (const Operator &step : m_graph.operators) {
            if (step.role != Role::Convolution || step.outputs.empty() || step.modules.empty())
                continue;
            const auto module = std::size_t(step.modules.back().module);
            const std::vector<int> &values = m_found.values[module];
            ProgramModule &found = m_found.modules[module];
            if (found.isLeaf || std::ranges::count(values, step.outputs.front()) == 0)
                continue;
            found.isLeaf = true;
            found.kind = "Conv2d";
            found.geometry = step.geometry;
            found.weight = {weightName(step)};
        }
    }

    /// A leaf goes over its input as its one convolution or pool does.
    void describe(ProgramModule &module, const GraphCall &call)
    {
        for (int i = call.first; i <= call.last; ++i) {
            const Operator &step = m_graph.operators[std::size_t(i)];
            if (step.geometry)
                module.geometry = step.geometry;
            if (step.role == Role::Convolution && !step.outputs.empty() && step.outputs.front() == call.value)
                module.weight = {weightName(step)};
        }
    }

    static std::string weightName(const Operator &step)
    {
        const auto place = std::size_t(step.weights.weight);
        return place < step.argumentNames.size() ? step.argumentNames[place] : "weight";
    }

    /// An operator whose output is no module's is watched by itself.
    void addOperator(const Operator &step)
    {
        if (step.outputs.empty() || step.outputs.front() < 0 || m_tapped.contains(step.outputs.front()))
            return;
        ProgramModule made;
        made.kind = kindOf(step);
        made.name = nameOf(step);
        made.isOperator = !m_graph.modules.empty() && step.role != Role::Convolution;
        made.geometry = step.geometry;
        if (step.role == Role::Convolution)
            made.weight = {weightName(step)};
        m_found.modules.push_back(std::move(made));
        m_found.values.emplace_back();
        m_parameters.emplace_back();
        tap(int(m_found.modules.size()) - 1, step.outputs.front());
        addParameters(step, m_parameters.back());
    }

    std::string nameOf(const Operator &step)
    {
        std::string name = step.name;
        if (!step.modules.empty() && name.find('/') == std::string::npos)
            name = m_graph.modules[std::size_t(step.modules.back().module)].name + '.' + name;
        while (!m_names.insert(name).second)
            name += '_';
        return name;
    }

    void tap(int module, int value)
    {
        m_found.values[std::size_t(module)].push_back(value);
        m_found.taps.emplace_back(module, value);
        m_tapped.insert(value);
    }

    void addParameters(const Operator &step, std::set<int> &parameters)
    {
        forValues(step, [&](int value) {
            if (m_graph.values[std::size_t(value)].isParameter)
                parameters.insert(value);
        });
    }

    std::int64_t sizeOf(int value) const
    {
        const c10::IValue &constant = m_graph.values[std::size_t(value)].constant;
        return constant.isTensor() ? constant.toTensor().numel() : 0;
    }

    void countParameters()
    {
        for (const Operator &step : m_graph.operators) {
            for (const ModuleCall &call : step.modules)
                addParameters(step, m_parameters[std::size_t(call.module)]);
        }
        for (std::size_t i = 0; i < m_found.modules.size(); ++i) {
            for (const int value : m_parameters[i])
                m_found.modules[i].parameterCount += sizeOf(value);
        }
        for (std::size_t value = 0; value < m_graph.values.size(); ++value)
            m_found.parameterCount += m_graph.values[value].isParameter ? sizeOf(int(value)) : 0;
    }

    const Graph &m_graph;
    GraphModules m_found;
    std::vector<std::set<int>> m_parameters; ///< by module, of Graph::values
    std::set<std::string> m_names;
    std::set<int> m_tapped;
};

} // namespace

GraphModules modulesOf(const Graph &graph) { return ModuleLister(graph).run(); }

std::string shortKind(const std::string &kind)
{
    const std::string prefix = "aten.";
    if (!kind.starts_with(prefix))
        return kind;
    std::string name = kind.substr(prefix.size());
    name = name.substr(0, name.find('.'));
    while (name.size() > 1 && name.back() == '_')
        name.pop_back();
    return name;
}

} // namespace convscope
