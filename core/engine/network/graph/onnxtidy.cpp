#include "core/engine/network/graph/onnxtidy.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace convscope {

namespace {

/// How often each value is taken.
std::vector<int> usesOf(const OnnxBuilder &builder)
{
    std::vector<int> uses(builder.values.size(), 0);
    for (const OnnxMade &entry : builder.operators) {
        for (const OperatorArgument &argument : entry.made.arguments) {
            if (argument.value >= 0)
                ++uses[std::size_t(argument.value)];
        }
    }
    for (const auto &output : builder.outputs)
        ++uses[std::size_t(output.second)];
    return uses;
}

at::Tensor constantOf(const OnnxBuilder &builder, const OperatorArgument &argument)
{
    if (argument.value < 0)
        return {};
    const c10::IValue &constant = builder.values[std::size_t(argument.value)].constant;
    return constant.isTensor() ? constant.toTensor() : at::Tensor();
}

bool lacksBias(const Operator &made)
{
    return made.role == Role::Linear && made.arguments.size() == 3 && made.arguments[2].value < 0;
}

/// The argument of a sum that is the bias of the layer in the other; none where it is none.
const OperatorArgument *biasFor(const OnnxBuilder &builder, const Operator &layer, const Operator &sum)
{
    if (sum.kind != "Add" || sum.arguments.size() != 2)
        return nullptr;
    const std::int64_t outputs = constantOf(builder, layer.arguments[1]).size(0);
    for (std::size_t i = 0; i < 2; ++i) {
        const at::Tensor bias = constantOf(builder, sum.arguments[i]);
        const bool fits = bias.defined() && bias.dim() == 1 && bias.size(0) == outputs;
        if (fits && sum.arguments[1 - i].value == layer.outputs.front())
            return &sum.arguments[i];
    }
    return nullptr;
}

int renumbered(std::vector<int> &numbers, std::vector<GraphValue> &kept, OnnxBuilder &builder, int value)
{
    if (value < 0)
        return value;
    int &number = numbers[std::size_t(value)];
    if (number < 0) {
        number = int(kept.size());
        kept.push_back(std::move(builder.values[std::size_t(value)]));
    }
    return number;
}

} // namespace

void joinBiases(OnnxBuilder &builder)
{
    const std::vector<int> uses = usesOf(builder);
    std::vector<std::size_t> layers(builder.values.size(), builder.operators.size()); // by their output
    std::vector<bool> isGone(builder.operators.size(), false);
    for (std::size_t i = 0; i < builder.operators.size(); ++i) {
        Operator &made = builder.operators[i].made;
        if (lacksBias(made) && made.outputs.front() >= 0 && uses[std::size_t(made.outputs.front())] == 1)
            layers[std::size_t(made.outputs.front())] = i;
        for (const OperatorArgument &argument : made.arguments) {
            const std::size_t layer =
                argument.value < 0 ? builder.operators.size() : layers[std::size_t(argument.value)];
            if (layer == builder.operators.size())
                continue;
            Operator &product = builder.operators[layer].made;
            if (const OperatorArgument *bias = biasFor(builder, product, made)) {
                product.arguments[2] = *bias;
                product.kind += "+Add";
                product.outputs = made.outputs;
                isGone[i] = true;
                break;
            }
        }
    }
    std::size_t place = 0;
    std::erase_if(builder.operators, [&](const OnnxMade &) { return bool(isGone[place++]); });
}

void removeUnused(OnnxBuilder &builder)
{
    std::vector<bool> isUsed(builder.values.size(), false);
    for (const auto &output : builder.outputs)
        isUsed[std::size_t(output.second)] = true;
    std::vector<OnnxMade> kept;
    for (auto entry = builder.operators.rbegin(); entry != builder.operators.rend(); ++entry) {
        Operator &made = entry->made;
        bool isNeeded = false;
        for (int &output : made.outputs) {
            if (output >= 0 && !isUsed[std::size_t(output)])
                output = -1;
            isNeeded = isNeeded || output >= 0;
        }
        if (!isNeeded)
            continue;
        for (const OperatorArgument &argument : made.arguments) {
            if (argument.value >= 0)
                isUsed[std::size_t(argument.value)] = true;
        }
        kept.push_back(std::move(*entry));
    }
    std::reverse(kept.begin(), kept.end());
    builder.operators = std::move(kept);
}

Graph graphOf(OnnxBuilder builder)
{
    Graph graph;
    std::vector<int> numbers(builder.values.size(), -1);
    for (OnnxMade &entry : builder.operators) {
        for (OperatorArgument &argument : entry.made.arguments)
            argument.value = renumbered(numbers, graph.values, builder, argument.value);
        for (int &output : entry.made.outputs)
            output = renumbered(numbers, graph.values, builder, output);
        graph.operators.push_back(std::move(entry.made));
    }
    for (const auto &[name, value] : builder.outputs)
        graph.outputs.emplace_back(name, renumbered(numbers, graph.values, builder, value));
    if (builder.picture >= 0)
        graph.picture = renumbered(numbers, graph.values, builder, builder.picture);
    graph.wasTraining = builder.wasTraining;
    return graph;
}

} // namespace convscope
