#include "core/engine/network/graph/exportednode.h"

namespace convscope {

std::vector<const Json *> flattened(const Json &outputs)
{
    std::vector<const Json *> flat;
    for (const Json &each : list(outputs)) {
        const auto [kind, value] = unionOf(each);
        if (kind == "as_tensors") {
            for (const Json &tensor : list(*value))
                flat.push_back(&tensor);
        } else {
            flat.push_back(&each);
        }
    }
    return flat;
}

void collectValues(const OperatorArgument &argument, std::vector<int> &values)
{
    if (argument.kind == OperatorArgument::Kind::Value)
        values.push_back(argument.value);
    for (const OperatorArgument &element : argument.elements)
        collectValues(element, values);
}

std::string withoutPrefix(const std::string &target)
{
    const std::string prefix = "torch.ops.";
    return target.starts_with(prefix) ? target.substr(prefix.size()) : target;
}

std::string moduleStack(const Json &node)
{
    const Json *metadata = findMember(node, "metadata");
    const Json *stack = metadata ? findMember(*metadata, "nn_module_stack") : nullptr;
    return stack && stack->is_string() ? text(*stack) : std::string();
}

std::string nodeName(const Json &node, const std::string &target)
{
    if (const Json *name = findMember(node, "name"); name && name->is_string())
        return text(*name);
    for (const Json *output : flattened(member(node, "outputs"))) {
        if (const Json *tensor = findMember(*output, "as_tensor"); tensor && findMember(*tensor, "name"))
            return text(member(*tensor, "name"));
        if (const Json *name = findMember(*output, "name"); name && name->is_string())
            return text(*name);
    }
    return withoutPrefix(target);
}

} // namespace convscope
