#include "core/engine/network/graph/memoryroots.h"

#include "core/engine/network/graph/graphcalls.h"

#include <algorithm>
#include <numeric>

namespace convscope {

namespace {

/// Sets of values that are united step by step; the lowest number of a set stands for it.
class Sets
{
public:
    explicit Sets(std::size_t values)
        : m_parents(values)
    {
        std::iota(m_parents.begin(), m_parents.end(), 0);
    }

    int rootOf(int value)
    {
        while (parent(value) != value) {
            parent(value) = parent(parent(value));
            value = parent(value);
        }
        return value;
    }

    void unite(int a, int b)
    {
        const int first = rootOf(a);
        const int second = rootOf(b);
        parent(std::max(first, second)) = std::min(first, second);
    }

private:
    int &parent(int value) { return m_parents[std::size_t(value)]; }

    std::vector<int> m_parents;
};

} // namespace

std::vector<int> memoryRoots(const Graph &graph)
{
    Sets sets(graph.values.size());
    for (const Operator &step : graph.operators) {
        if (!step.isView && !step.isInPlace)
            continue;
        for (const int output : step.outputs) {
            if (output < 0)
                continue;
            if (step.isView)
                forValues(step, [&](int value) { sets.unite(output, value); });
            else
                forValues(step.arguments.front(), [&](int value) { sets.unite(output, value); });
        }
    }
    std::vector<int> roots(graph.values.size());
    for (std::size_t value = 0; value < roots.size(); ++value)
        roots[value] = sets.rootOf(int(value));
    return roots;
}

std::vector<bool> changedInPlace(const Graph &graph, const std::vector<int> &roots)
{
    std::vector<bool> isChanged(graph.values.size(), false); // by root
    for (const Operator &step : graph.operators) {
        if (step.isInPlace)
            forValues(step.arguments.front(),
                [&](int value) { isChanged[std::size_t(roots[std::size_t(value)])] = true; });
    }
    std::vector<bool> changed(graph.values.size());
    for (std::size_t value = 0; value < changed.size(); ++value)
        changed[value] = isChanged[std::size_t(roots[value])];
    return changed;
}

} // namespace convscope
