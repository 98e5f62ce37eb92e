#include "core/engine/network/namesinside.h"
#include "core/engine/network/statedict.h"
#include "core/engine/network/tensorreader.h"
#include "core/engine/network/weightgroups.h"
#include "core/error.h"

#include <algorithm>
#include <cctype>
#include <deque>
#include <optional>
#include <set>

namespace convscope {

namespace {

using Id = PickleTree::Id;
using Kind = PickleTree::Kind;
using Node = PickleTree::Node;

/// A dict that holds tensors, and where it is.
struct Place
{
    std::string path; ///< keys with dots between them
    std::string subscript; ///< the same in Python, e.g. ["model"]
    const Node *dict = nullptr;
};

/// Fit to stand in a line of Python that people copy.
bool isPlain(const std::string &key)
{
    return std::all_of(key.begin(), key.end(), [](unsigned char c) { return std::isalnum(c) || c == '_'; });
}

/// All that a checkpoint holds that has to do with weights.
class Finder
{
public:
    Finder(const PickleTree &tree, const TensorReader &reader)
        : m_tree(tree)
        , m_reader(reader)
    {
        walk();
    }

    StoredWeights choose() const;

private:
    void walk();
    void look(const Place &place);
    struct Entry
    {
        std::string name;
        const Node *value = nullptr;
    };

    std::vector<Entry> entriesOf(const Node &dict) const;
    std::vector<std::string> namesIn(const Node &dict) const;
    StoredWeights read(const Place &place, const WeightGroup &group) const;
    StateDict readAll(const Place &place) const;
    std::optional<StoredTensor> readBeside(const Entry &entry) const;
    [[noreturn]] void refuse() const;

    const PickleTree &m_tree;
    const TensorReader &m_reader;
    std::vector<Place> m_places; ///< those near the top first
    std::optional<Place> m_arrays; ///< a dict of NumPy's
    std::size_t m_nameless = 0; ///< tensors in lists and tuples
    const Node *m_object = nullptr; ///< what only code could make
};

/// Level by level, so that depth needs no stack, and each value once, so that cycles end.
void Finder::walk()
{
    std::set<const Node *> seen;
    std::deque<Place> next = {{"", "", &m_tree.root()}};
    while (!next.empty()) {
        const Place place = std::move(next.front());
        next.pop_front();
        if (!seen.insert(place.dict).second)
            continue;
        look(place);
        const Node &node = *place.dict;
        const auto enter = [&](const std::string &key, const std::string &subscript, Id value) {
            constexpr std::size_t longestPath = 200; // none that is longer helps anybody
            const Kind kind = m_tree[value].kind;
            if (kind != Kind::Dict && kind != Kind::List && kind != Kind::Tuple)
                return;
            if (place.path.size() + key.size() < longestPath)
                next.push_back({place.path + (place.path.empty() ? "" : ".") + printable(key),
                    place.subscript + "[" + subscript + "]", &m_tree[value]});
        };
        if (node.kind == Kind::Dict) {
            for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
                if (const Node &key = m_tree[node.items[i]]; key.kind == Kind::Text)
                    enter(key.text, '"' + (isPlain(key.text) ? key.text : "…") + '"', node.items[i + 1]);
            }
        } else if (node.kind == Kind::List || node.kind == Kind::Tuple) {
            for (std::size_t i = 0; i < node.items.size(); ++i)
                enter(std::to_string(i), std::to_string(i), node.items[i]);
        }
    }
}

void Finder::look(const Place &place)
{
    const Node &node = *place.dict;
    const bool isDict = node.kind == Kind::Dict;
    if (!isDict && node.kind != Kind::List && node.kind != Kind::Tuple)
        return;
    bool hasTensors = false;
    for (std::size_t i = isDict ? 1 : 0; i < node.items.size(); i += isDict ? 2 : 1) {
        const Node &value = m_tree[node.items[i]];
        const bool isNamed = isDict && m_tree[node.items[i - 1]].kind == Kind::Text;
        if (m_reader.isTensor(value)) {
            hasTensors = hasTensors || isNamed;
            m_nameless += !isDict;
        } else if (m_reader.isNumpyArray(value)) {
            if (isNamed && !m_arrays)
                m_arrays = place;
        } else if (value.kind == Kind::Call && !m_object) {
            m_object = &value;
        }
    }
    if (hasTensors)
        m_places.push_back(place);
}

/// In the file's order; also of what only code could make.
std::vector<Finder::Entry> Finder::entriesOf(const Node &dict) const
{
    std::vector<Entry> entries;
    for (std::size_t i = 0; i + 1 < dict.items.size(); i += 2) {
        const Node &name = m_tree[dict.items[i]];
        const Node &value = m_tree[dict.items[i + 1]];
        if (name.kind == Kind::Text && value.kind == Kind::Call && !name.text.ends_with("_extra_state"))
            entries.push_back({name.text, &value});
    }
    return entries;
}

std::vector<std::string> Finder::namesIn(const Node &dict) const
{
    std::vector<std::string> names;
    for (const Entry &entry : entriesOf(dict))
        names.push_back(entry.name);
    return names;
}

/// Where people put weights; the earlier counts more.
int rank(const std::string &path)
{
    const auto usual = {"model_state_dict", "state_dict", "model", "net"};
    const auto found = std::find(usual.begin(), usual.end(), path);
    return int(found - usual.begin());
}

StoredWeights Finder::choose() const
{
    struct Found
    {
        Place place;
        WeightGroup group;
    };
    std::vector<Found> all;
    for (const Place &place : m_places) {
        for (WeightGroup &group : weightGroups(namesIn(*place.dict)))
            all.push_back({place, std::move(group)});
    }
    std::stable_sort(all.begin(), all.end(),
        [](const Found &a, const Found &b) { return rank(a.place.path) < rank(b.place.path); });
    if (!all.empty()) {
        StoredWeights weights = read(all.front().place, all.front().group);
        const auto name = [](const Found &found) {
            const std::string prefix = found.group.prefix.substr(0, found.group.prefix.find_last_of('.'));
            const std::string between = found.place.path.empty() || prefix.empty() ? "" : ".";
            return found.place.path + between + printable(prefix);
        };
        weights.place = all.size() > 1 ? name(all.front()) : all.front().place.path;
        for (auto found = all.begin() + 1; found != all.end(); ++found)
            weights.others.push_back(name(*found));
        return weights;
    }
    // Another kind of network: whoever looks at the names will say so.
    const auto best = std::min_element(m_places.begin(), m_places.end(), [](const Place &a, const Place &b) {
        return std::pair(rank(a.path), -std::int64_t(a.dict->items.size()))
            < std::pair(rank(b.path), -std::int64_t(b.dict->items.size()));
    });
    if (best == m_places.end())
        refuse();
    StoredWeights weights;
    weights.place = best->path;
    weights.tensors = withoutCommonPrefix(readAll(*best));
    return weights;
}

StateDict Finder::readAll(const Place &place) const
{
    StateDict result;
    for (const Entry &entry : entriesOf(*place.dict)) {
        if (m_reader.isTensor(*entry.value))
            result[entry.name] = *m_reader.read(entry.name, *entry.value);
    }
    return result;
}

/// The group's tensors, and those beside it that may be part of the same network, so that it is not taken
/// for another: they keep their names.
StoredWeights Finder::read(const Place &place, const WeightGroup &group) const
{
    const std::set<std::string> own(group.names.begin(), group.names.end());
    std::set<std::string> ofGroups;
    for (const WeightGroup &each : weightGroups(namesIn(*place.dict)))
        ofGroups.insert(each.names.begin(), each.names.end());
    StoredWeights weights;
    for (const Entry &entry : entriesOf(*place.dict)) {
        if (own.contains(entry.name)) {
            if (const auto tensor = m_reader.read(entry.name, *entry.value))
                weights.tensors[entry.name.substr(group.prefix.size())] = *tensor;
        } else if (m_reader.isTensor(*entry.value) && !ofGroups.contains(entry.name)) {
            const std::optional<StoredTensor> tensor = readBeside(entry);
            if (tensor && !isBesideTheNetwork(entry.name, *tensor))
                weights.tensors[entry.name] = *tensor;
            else
                weights.ignored.push_back(printable(entry.name));
        }
    }
    return weights;
}

/// None where it is of a kind that no layer of this program has.
std::optional<StoredTensor> Finder::readBeside(const Entry &entry) const
{
    try {
        return m_reader.read(entry.name, *entry.value);
    } catch (const Error &error) {
        if (error.kind() == ErrorKind::NetworkDamaged)
            throw;
        return std::nullopt;
    }
}

/// Names found instead of weights, for the message.
std::string keysOf(const PickleTree &tree)
{
    constexpr std::size_t maxShown = 10;
    const Node &dict = tree.root();
    std::string names;
    for (std::size_t i = 0; dict.kind == Kind::Dict && i + 1 < dict.items.size() && i / 2 < maxShown;
         i += 2) {
        const Node &name = tree[dict.items[i]];
        names += (i == 0 ? "" : ", ") + (name.kind == Kind::Text ? printable(name.text) : "?");
    }
    return names;
}

void Finder::refuse() const
{
    if (m_tree.root().kind == Kind::Call) // a whole module or another object
        throw Error(
            ErrorKind::NetworkNeedsCode, {}, {printable(m_reader.calledName(m_tree.root())), "whole"});
    if (m_arrays)
        throw Error(ErrorKind::NetworkOfArrays, {}, {m_arrays->subscript});
    if (m_nameless > 0)
        throw Error(ErrorKind::NetworkWithoutNames, {}, {std::to_string(m_nameless)});
    if (m_object)
        throw Error(ErrorKind::NetworkNeedsCode, {}, {printable(m_reader.calledName(*m_object))});
    throw Error(ErrorKind::NetworkWithoutWeights, {}, {keysOf(m_tree)});
}

} // namespace

StoredWeights readWeights(
    const PickleTree &tree, const std::function<std::uint64_t(const std::string &)> &bytesOf)
{
    const TensorReader reader(tree, bytesOf);
    StoredWeights weights = Finder(tree, reader).choose();
    weights.classNames = classNamesInside(tree);
    return weights;
}

StoredWeights chooseWeights(StateDict all)
{
    StoredWeights weights;
    std::vector<std::string> names;
    for (const auto &[name, tensor] : all)
        names.push_back(name);
    const std::vector<WeightGroup> groups = weightGroups(names);
    if (groups.empty()) {
        weights.tensors = withoutCommonPrefix(std::move(all));
        return weights;
    }
    std::set<std::string> known;
    for (const WeightGroup &group : groups) {
        known.insert(group.names.begin(), group.names.end());
        const std::string place = group.prefix.substr(0, group.prefix.find_last_of('.'));
        if (&group == &groups.front())
            weights.place = groups.size() > 1 ? printable(place) : "";
        else
            weights.others.push_back(printable(place));
    }
    for (const std::string &name : groups.front().names)
        weights.tensors[name.substr(groups.front().prefix.size())] = all.at(name);
    for (const auto &[name, tensor] : all) {
        if (known.contains(name))
            continue;
        if (isBesideTheNetwork(name, tensor))
            weights.ignored.push_back(printable(name));
        else
            weights.tensors[name] = tensor;
    }
    return weights;
}

} // namespace convscope
