#include "core/engine/network/graph/graphweights.h"

#include "core/engine/network/byterange.h"
#include "core/engine/network/graph/arguments.h"
#include "core/engine/network/graph/graphcalls.h"
#include "core/engine/network/graph/graphmodules.h"
#include "core/engine/network/randomweights.h"
#include "core/error.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace convscope {

namespace {

std::string lowerKind(const Operator &step)
{
    std::string kind = shortKind(step.kind);
    std::ranges::transform(kind, kind.begin(), [](unsigned char letter) { return std::tolower(letter); });
    return kind;
}

/// A number or a tensor that is the same in every run, as a tensor; undefined where there is none.
at::Tensor numbersAt(const Operator &step, std::size_t place, const Graph &graph)
{
    if (place >= step.arguments.size())
        return {};
    const c10::IValue value = evaluated(step.arguments[place], graph, {});
    if (value.isScalar())
        return at::scalar_tensor(value.toScalar(), at::kDouble);
    return value.isTensor() ? value.toTensor() : at::Tensor();
}

/// Draws weights anew, each module's once.
class Drawer
{
public:
    Drawer(Graph &graph, std::uint32_t seed)
        : m_graph(graph)
        , m_seed(seed)
    {
    }

    /// Whether the operator has weights that were not drawn yet. Throws Error: WeightsNotDrawn.
    bool draw(const Operator &step)
    {
        std::vector<int> parameters;
        forValues(step, [&](int value) {
            if (m_graph.values[std::size_t(value)].isParameter)
                parameters.push_back(value);
        });
        const bool isNew =
            std::ranges::any_of(parameters, [this](int value) { return m_drawn.insert(value).second; });
        if (!isNew)
            return false;
        m_set.clear();
        if (step.role == Role::Convolution || step.role == Role::Linear)
            drawAffine(step);
        else
            resetNorm(step);
        // Such as one whose weight is computed from others
        const bool isWhole =
            std::ranges::all_of(parameters, [this](int value) { return m_set.contains(value); });
        if (!isWhole)
            throw Error(ErrorKind::WeightsNotDrawn, {}, {m_graph.kind});
        m_drawn.insert(parameters.begin(), parameters.end());
        return true;
    }

private:
    /// Null where the argument is no weight.
    at::Tensor *tensorAt(const Operator &step, int place)
    {
        if (place < 0 || std::size_t(place) >= step.arguments.size())
            return nullptr;
        const OperatorArgument &argument = step.arguments[std::size_t(place)];
        if (argument.kind != OperatorArgument::Kind::Value)
            return nullptr;
        c10::IValue &constant = m_graph.values[std::size_t(argument.value)].constant;
        m_tensor = constant.isTensor() ? constant.toTensor() : at::Tensor();
        return m_tensor.defined() ? &m_tensor : nullptr;
    }

    void set(const Operator &step, int place, const at::Tensor &values)
    {
        const int value = step.arguments[std::size_t(place)].value;
        m_graph.values[std::size_t(value)].constant = values;
        m_set.insert(value);
    }

    void drawAffine(const Operator &step)
    {
        const at::Tensor *weight = tensorAt(step, step.weights.weight);
        const bool isOwn = weight && weight->numel() > 0
            && m_graph.values[std::size_t(step.arguments[std::size_t(step.weights.weight)].value)]
                   .isParameter;
        if (!isOwn)
            throw Error(ErrorKind::WeightsNotDrawn, {}, {m_graph.kind});
        const at::Tensor before = *weight;
        const at::Tensor *bias = tensorAt(step, step.weights.bias);
        const Affine drawn = randomAffine(before, bias ? *bias : at::Tensor(), m_seed);
        set(step, step.weights.weight, drawn.weight);
        if (bias)
            set(step, step.weights.bias, drawn.bias);
    }

    /// Does nothing where the operator is no norm.
    void resetNorm(const Operator &step)
    {
        Weights places = step.weights;
        if (step.role != Role::BatchNorm) {
            const std::string kind = lowerKind(step);
            if (kind.find("norm") == std::string::npos)
                return;
            for (std::size_t i = 0; i < step.argumentNames.size(); ++i) {
                const std::string &name = step.argumentNames[i];
                if (name == "weight" || name == "scale" || name == "Scale")
                    places.weight = int(i);
                if (name == "bias" || name == "B")
                    places.bias = int(i);
            }
        }
        for (const auto &[place, value] :
            {std::pair{places.weight, 1.0}, {places.bias, 0.0}, {places.mean, 0.0}, {places.variance, 1.0}}) {
            if (const at::Tensor *tensor = tensorAt(step, place))
                set(step, place, at::full_like(*tensor, value));
        }
    }

    Graph &m_graph;
    std::uint32_t m_seed;
    std::set<int> m_drawn; ///< of Graph::values
    std::set<int> m_set; ///< of Graph::values, by the operator at hand
    at::Tensor m_tensor;
};

/// The modules that hold others.
std::set<int> blocksIn(const Graph &graph)
{
    std::set<int> blocks;
    for (const Operator &step : graph.operators) {
        for (std::size_t i = 0; i + 1 < step.modules.size(); ++i)
            blocks.insert(step.modules[i].module);
    }
    return blocks;
}

} // namespace

bool takesBytes(const Graph &graph)
{
    std::set<int> pictures = {graph.picture};
    for (const Operator &step : graph.operators) {
        if (step.arguments.empty() || step.outputs.empty())
            continue;
        const OperatorArgument &first = step.arguments.front();
        const bool isFirst = first.kind == OperatorArgument::Kind::Value && pictures.contains(first.value);
        const std::string kind = lowerKind(step);
        if (isFirst && passesPicture(kind))
            pictures.insert(step.outputs.front());
        else if (isFirst && scalesBytes(kind, numbersAt(step, 1, graph)))
            return true;
    }
    return false;
}

Graph withRandomTail(Graph graph, int modules, std::uint32_t seed)
{
    const std::set<int> blocks = blocksIn(graph);
    std::set<int> drawn; // modules; operators that are none have numbers below 0
    Drawer drawer(graph, seed);
    for (int i = int(graph.operators.size()) - 1; i >= 0; --i) {
        const Operator &step = graph.operators[std::size_t(i)];
        const int innermost = step.modules.empty() ? -1 : step.modules.back().module;
        const int module = innermost < 0 || blocks.contains(innermost) ? -1 - i : innermost;
        const bool isNext = int(drawn.size()) < modules || drawn.contains(module);
        if (isNext && drawer.draw(step))
            drawn.insert(module);
    }
    return graph;
}

} // namespace convscope
