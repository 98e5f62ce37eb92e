#include "core/engine/network/graph/graphcalls.h"

#include <algorithm>

namespace convscope {

namespace {

/// Finds calls while it goes over the operators.
class CallFinder
{
public:
    explicit CallFinder(const Graph &graph)
        : m_graph(graph)
    {
    }

    std::vector<GraphCall> run()
    {
        for (std::size_t i = 0; i < m_graph.operators.size(); ++i)
            enter(int(i), m_graph.operators[i].modules);
        closeTo(0, int(m_graph.operators.size()) - 1);
        return std::move(m_calls);
    }

private:
    struct Open
    {
        ModuleCall call;
        int first = 0;
        bool isLeaf = true;
    };

    void enter(int step, const std::vector<ModuleCall> &modules)
    {
        std::size_t shared = 0;
        while (shared < std::min(modules.size(), m_open.size()) && modules[shared] == m_open[shared].call)
            ++shared;
        closeTo(shared, step - 1);
        for (std::size_t i = shared; i < modules.size(); ++i) {
            if (!m_open.empty())
                m_open.back().isLeaf = false;
            m_open.push_back({modules[i], step});
        }
    }

    void closeTo(std::size_t depth, int last)
    {
        for (; m_open.size() > depth; m_open.pop_back()) {
            const Open &open = m_open.back();
            m_calls.push_back({open.call.module, open.first, last, open.isLeaf});
        }
    }

    const Graph &m_graph;
    std::vector<Open> m_open;
    std::vector<GraphCall> m_calls;
};

/// The last operator that is given each value; past the end where the network gives it.
std::vector<int> lastUses(const Graph &graph)
{
    std::vector<int> last(graph.values.size(), -1);
    for (std::size_t i = 0; i < graph.operators.size(); ++i)
        forValues(graph.operators[i], [&](int value) { last[std::size_t(value)] = int(i); });
    for (const auto &[name, value] : graph.outputs)
        last[std::size_t(value)] = int(graph.operators.size());
    return last;
}

} // namespace

std::vector<GraphCall> callsIn(const Graph &graph)
{
    std::vector<GraphCall> calls = CallFinder(graph).run();
    const std::vector<int> last = lastUses(graph);
    for (GraphCall &call : calls) {
        for (int step = call.first; step <= call.last; ++step) {
            for (const int value : graph.operators[std::size_t(step)].outputs) {
                if (value >= 0 && last[std::size_t(value)] > call.last)
                    call.value = value;
            }
        }
    }
    return calls;
}

std::vector<int> makersOf(const Graph &graph)
{
    std::vector<int> makers(graph.values.size(), -1);
    for (std::size_t i = 0; i < graph.operators.size(); ++i) {
        for (const int value : graph.operators[i].outputs) {
            if (value >= 0)
                makers[std::size_t(value)] = int(i);
        }
    }
    return makers;
}

} // namespace convscope
