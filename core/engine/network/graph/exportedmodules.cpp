#include "core/engine/network/graph/exportedmodules.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace convscope {

namespace {

constexpr std::size_t longestName = 1000;
constexpr std::size_t deepest = 64;

/// The parts between separators that lie in no brackets.
std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        depth += text[i] == '(' || text[i] == '[';
        depth -= text[i] == ')' || text[i] == ']';
        if (text[i] == separator && depth == 0) {
            parts.push_back(text.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    parts.push_back(text.substr(begin));
    return parts;
}

/// One module of a stack, as it is written.
struct Entry
{
    std::string_view key;
    std::string_view path;
    std::string_view type;
};

/// "key,path,type", and in PyTorch 2.1 "key:(path,type)".
std::optional<Entry> entryOf(std::string_view text)
{
    const std::vector<std::string_view> parts = split(text, ',');
    if (parts.size() == 3)
        return Entry{parts[0], parts[1], parts[2]};
    const std::size_t colon = text.find(":(");
    if (colon == std::string_view::npos || !text.ends_with(')'))
        return std::nullopt;
    const std::string_view pair = text.substr(colon + 2, text.size() - colon - 3);
    const std::vector<std::string_view> inner = split(pair, ',');
    if (inner.size() != 2)
        return std::nullopt;
    return Entry{text.substr(0, colon), inner[0], inner[1]};
}

/// Which call of its module it is: "conv1@2" is the third.
int callNumber(std::string_view key)
{
    const std::size_t at = key.rfind('@');
    int number = 0;
    if (at != std::string_view::npos)
        std::from_chars(key.data() + at + 1, key.data() + key.size(), number);
    return number;
}

/// The class's name alone.
std::string kindOf(std::string_view type)
{
    while (type.ends_with('\'') || type.ends_with('>') || type.ends_with('"'))
        type.remove_suffix(1);
    return std::string(type.substr(type.find_last_of(".' ") + 1));
}

void removePrefix(std::string_view &text, std::string_view prefix)
{
    if (text.starts_with(prefix))
        text.remove_prefix(prefix.size());
}

} // namespace

std::string qualifiedName(std::string_view path)
{
    path = path.substr(0, path.rfind('@'));
    std::string name;
    for (std::size_t i = 0; i < path.size(); ++i) { // brackets and quotation marks hold names, too
        if (path.substr(i).starts_with("getattr("))
            i += std::string_view("getattr(").size() - 1;
        else if (path[i] == '[' || path[i] == ',')
            name += '.';
        else if (std::string_view("])'\" ").find(path[i]) == std::string_view::npos)
            name += path[i];
    }
    std::string_view rest = name;
    removePrefix(rest, "L.self");
    if (rest.starts_with("L__self__"))
        removePrefix(rest, "L__self__");
    else if (rest == "self" || rest.starts_with("self."))
        removePrefix(rest, "self");
    if (rest.starts_with('_') && name.starts_with("L__self___"))
        rest.remove_prefix(1);
    removePrefix(rest, ".");
    return std::string(rest);
}

std::vector<ModuleCall> ExportedModules::callsOf(const std::string &stack)
{
    std::vector<ModuleCall> calls;
    for (const std::string_view part : split(stack, ';')) {
        const std::optional<Entry> entry = entryOf(part);
        if (!entry || calls.size() == deepest || entry->path.size() > longestName)
            return calls;
        if (entry->key.starts_with("_empty_nn_module_stack"))
            return {}; // which stands for none
        const std::string name = qualifiedName(entry->path);
        if (name.empty()) {
            if (m_rootKind.empty())
                m_rootKind = kindOf(entry->type);
            continue;
        }
        const auto [found, isNew] = m_numbers.try_emplace(name, int(m_modules.size()));
        if (isNew)
            m_modules.push_back({name, kindOf(entry->type)});
        calls.push_back({found->second, callNumber(entry->key)});
    }
    return calls;
}

} // namespace convscope
