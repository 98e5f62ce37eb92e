#pragma once

#include "core/engine/network/graph/graph.h"

#include <map>

namespace convscope::test {

/// Runs all operators of a graph, one after the other, as simply as can be. Gives its values, by their
/// numbers; `given` are those that nothing computes.
inline std::vector<c10::IValue> evaluated(const Graph &graph, const std::map<int, at::Tensor> &given)
{
    std::vector<c10::IValue> values;
    for (const GraphValue &value : graph.values)
        values.push_back(value.constant);
    for (const auto &[number, tensor] : given)
        values.at(std::size_t(number)) = tensor;
    for (const Operator &made : graph.operators) {
        std::vector<c10::IValue> stack;
        for (const OperatorArgument &argument : made.arguments)
            stack.push_back(argument.value < 0 ? argument.constant : values.at(std::size_t(argument.value)));
        made.kernel(stack);
        if (stack.size() != made.outputs.size())
            throw std::runtime_error(made.name + " gives another number of outputs than it says");
        for (std::size_t i = 0; i < stack.size(); ++i) {
            if (made.outputs[i] >= 0)
                values.at(std::size_t(made.outputs[i])) = stack[i];
        }
    }
    return values;
}

/// The first output for a picture.
inline at::Tensor answered(const Graph &graph, const at::Tensor &picture)
{
    const auto values = evaluated(graph, {{graph.picture, picture}});
    return values.at(std::size_t(graph.outputs.front().second)).toTensor();
}

} // namespace convscope::test
