#include "core/engine/network/namesinside.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace convscope {

namespace {

using Kind = PickleTree::Kind;
using Node = PickleTree::Node;

std::optional<std::int64_t> numberOf(const Node &node)
{
    if (node.kind == Kind::Integer)
        return node.integer;
    std::int64_t number = 0;
    const char *end = node.text.data() + node.text.size();
    const auto parsed = std::from_chars(node.text.data(), end, number);
    const bool isNumber = node.kind == Kind::Text && parsed.ec == std::errc() && parsed.ptr == end;
    return isNumber ? std::optional(number) : std::nullopt;
}

/// {name: number} or {number: name}, the numbers from 0 on without a gap.
std::vector<std::string> namesOfDict(const PickleTree &tree, const Node &dict)
{
    std::map<std::int64_t, std::string> names;
    for (std::size_t i = 0; i + 1 < dict.items.size(); i += 2) {
        const Node &key = tree[dict.items[i]];
        const Node &value = tree[dict.items[i + 1]];
        const bool isNameFirst = key.kind == Kind::Text && value.kind == Kind::Integer;
        const std::optional<std::int64_t> number = numberOf(isNameFirst ? value : key);
        const Node &name = isNameFirst ? key : value;
        if (!number || name.kind != Kind::Text)
            return {};
        names[*number] = name.text;
    }
    std::vector<std::string> list;
    for (const auto &[number, name] : names) {
        if (number != std::int64_t(list.size()))
            return {};
        list.push_back(name);
    }
    return list;
}

std::vector<std::string> namesOf(const PickleTree &tree, const Node &node)
{
    if (node.kind == Kind::Dict)
        return namesOfDict(tree, node);
    if (node.kind != Kind::List && node.kind != Kind::Tuple)
        return {};
    std::vector<std::string> names;
    for (const PickleTree::Id id : node.items) {
        if (tree[id].kind != Kind::Text)
            return {};
        names.push_back(tree[id].text);
    }
    return names;
}

} // namespace

std::vector<std::vector<std::string>> classNamesInside(const PickleTree &tree)
{
    std::vector<std::vector<std::string>> all;
    const Node &root = tree.root();
    if (root.kind != Kind::Dict)
        return all;
    for (const char *wanted : {"classes", "class_names", "classnames", "class_to_idx", "idx_to_class",
             "index_to_class", "id2label", "label2id", "label_names", "labels", "categories"}) {
        for (std::size_t i = 0; i + 1 < root.items.size(); i += 2) {
            const Node &key = tree[root.items[i]];
            if (key.kind != Kind::Text || key.text != wanted)
                continue;
            std::vector<std::string> names = namesOf(tree, tree[root.items[i + 1]]);
            const bool isUsable = !names.empty()
                && std::none_of(names.begin(), names.end(), [](const auto &name) { return name.empty(); });
            if (isUsable)
                all.push_back(std::move(names));
        }
    }
    return all;
}

} // namespace convscope
