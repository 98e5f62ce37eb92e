#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/exportedsignature.h"
#include "core/error.h"

namespace convscope {

namespace {

// A key is repeated in the name of each leaf below it.
constexpr std::size_t longestName = 1'000;
constexpr std::size_t mostLeaves = 4'096;

/// Cut between two characters of UTF-8.
std::string shortened(const std::string &name)
{
    if (name.size() <= longestName)
        return name;
    std::size_t length = longestName;
    while (length > 0 && (static_cast<unsigned char>(name[length]) & 0xC0u) == 0x80u)
        --length;
    return name.substr(0, length);
}

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
        names.push_back(shortened(key.is_string() ? key.get<std::string>() : key.dump()));
    return names;
}

/// Throws Error where there are more leaves than any network has outputs.
void collect(const Json &node, const std::string &name, std::vector<std::string> &names)
{
    if (!findMember(node, "type")) { // a leaf has none
        if (names.size() == mostLeaves)
            damaged("out_spec has too many leaves");
        names.push_back(name.empty() ? "0" : name);
        return;
    }
    const Json &children = list(member(node, "children_spec"));
    std::vector<std::string> keys = keysOf(node);
    if (keys.size() != children.size())
        keys.clear();
    for (std::size_t i = 0; i < children.size(); ++i) {
        const std::string own = keys.empty() ? std::to_string(i) : keys[i];
        collect(children[i], shortened(name.empty() ? own : name + "." + own), names);
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
