#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/exportedsignature.h"
#include "core/error.h"

namespace convscope {

namespace {

/// The keys of a dictionary, which the JSON holds as a text that is JSON again; empty of a tuple or a list.
std::vector<std::string> keysOf(const Json &node)
{
    const Json *context = findMember(node, "context");
    if (!context || !context->is_string())
        return {};
    const Json parsed = parseExported(text(*context), "context");
    // A dictionary with a default keeps that before its keys, a class made of fields may keep its name there.
    const Json *keys = &parsed;
    while (keys->is_array() && !keys->empty() && keys->back().is_array())
        keys = &keys->back();
    if (!keys->is_array())
        return {};
    std::vector<std::string> names;
    for (const Json &key : *keys)
        names.push_back(key.is_string() ? key.get<std::string>() : key.dump());
    return names;
}

void collect(const Json &node, const std::string &name, std::vector<std::string> &names)
{
    if (!findMember(node, "type")) { // a leaf has none
        names.push_back(name.empty() ? "0" : name);
        return;
    }
    const Json &children = list(member(node, "children_spec"));
    std::vector<std::string> keys = keysOf(node);
    if (keys.size() != children.size())
        keys.clear();
    for (std::size_t i = 0; i < children.size(); ++i) {
        const std::string own = keys.empty() ? std::to_string(i) : keys[i];
        collect(children[i], name.empty() ? own : name + "." + own, names);
    }
}

} // namespace

std::vector<std::string> leafNames(const std::string &treeSpec)
{
    try {
        const Json spec = parseExported(treeSpec, "out_spec"); // whose depth is bounded
        if (!spec.is_array() || spec.size() != 2)
            return {};
        std::vector<std::string> names;
        collect(spec[1], {}, names);
        return names;
    } catch (const Error &) {
        return {}; // names are a comfort
    }
}

} // namespace convscope
