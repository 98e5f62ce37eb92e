#include "core/engine/network/graph/arguments.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

using Values = std::vector<c10::IValue>;

template <typename Element, typename Convert> c10::IValue listOf(const Values &elements, Convert &&convert)
{
    c10::List<Element> list;
    list.reserve(elements.size());
    for (const c10::IValue &element : elements)
        list.push_back(convert(element));
    return list;
}

/// The kinds of lists that LibTorch's operators take.
c10::IValue typedList(OperatorArgument::Elements type, const Values &elements)
{
    using Elements = OperatorArgument::Elements;
    switch (type) {
    case Elements::Floats:
        return listOf<double>(elements, [](const c10::IValue &value) {
            return value.isInt() ? double(value.toInt()) : value.toDouble();
        });
    case Elements::Bools:
        return listOf<bool>(elements, [](const c10::IValue &value) { return value.toBool(); });
    case Elements::Tensors:
        return listOf<at::Tensor>(elements, [](const c10::IValue &value) { return value.toTensor(); });
    case Elements::OptionalTensors:
        return listOf<c10::optional<at::Tensor>>(
            elements, [](const c10::IValue &value) { return value.toOptional<at::Tensor>(); });
    case Elements::Ints:
        break;
    }
    return listOf<std::int64_t>(elements, [](const c10::IValue &value) { return value.toInt(); });
}

} // namespace

c10::IValue evaluated(const OperatorArgument &argument, const Graph &graph, const Values &values)
{
    if (argument.kind == OperatorArgument::Kind::Value) {
        const auto place = std::size_t(argument.value);
        const c10::IValue &constant = graph.values[place].constant;
        return constant.isNone() && place < values.size() ? values[place] : constant;
    }
    if (argument.kind == OperatorArgument::Kind::Constant)
        return argument.constant;
    Values elements;
    elements.reserve(argument.elements.size());
    for (const OperatorArgument &element : argument.elements)
        elements.push_back(evaluated(element, graph, values));
    return typedList(argument.type, elements);
}

Values argumentsOf(const Operator &step, const Graph &graph, const Values &values)
{
    Values arguments;
    arguments.reserve(step.arguments.size());
    for (const OperatorArgument &argument : step.arguments)
        arguments.push_back(evaluated(argument, graph, values));
    return arguments;
}

at::Tensor constantAt(const Operator &step, int place, const Graph &graph)
{
    if (place < 0 || std::size_t(place) >= step.arguments.size())
        return {};
    const c10::IValue value = evaluated(step.arguments[std::size_t(place)], graph, {});
    return value.isTensor() ? value.toTensor() : at::Tensor();
}

} // namespace convscope
