#include "core/engine/network/weightgroups.h"

#include <algorithm>
#include <cctype>

namespace convscope {

namespace {

bool isPart(std::string_view word)
{
    return word == "cnn" || word == "fc" || word == "cnn_layers" || word == "fc_layers";
}

/// Where "cnn.0.weight" begins in "module.cnn.0.weight"; npos where no such part is.
std::size_t partBegin(const std::string &name)
{
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = name.find('.', begin);
        if (end == std::string::npos)
            break;
        if (isPart(std::string_view(name).substr(begin, end - begin)))
            return begin;
        begin = end + 1;
    }
    return std::string::npos;
}

bool has(const WeightGroup &group, const std::string &part)
{
    return std::any_of(group.names.begin(), group.names.end(), [&](const std::string &name) {
        const std::size_t begin = group.prefix.size();
        return name.compare(begin, part.size(), part) == 0
            && (name.compare(begin + part.size(), 1, ".") == 0
                || name.compare(begin + part.size(), 8, "_layers.") == 0);
    });
}

} // namespace

std::vector<WeightGroup> weightGroups(const std::vector<std::string> &names)
{
    std::vector<WeightGroup> groups;
    for (const std::string &name : names) {
        const std::size_t begin = partBegin(name);
        if (begin == std::string::npos)
            continue;
        const std::string prefix = name.substr(0, begin);
        auto found = std::find_if(
            groups.begin(), groups.end(), [&](const WeightGroup &group) { return group.prefix == prefix; });
        if (found == groups.end())
            found = groups.insert(groups.end(), {prefix, {}});
        found->names.push_back(name);
    }
    std::erase_if(groups, [](const WeightGroup &group) { return !has(group, "cnn") || !has(group, "fc"); });
    std::stable_sort(groups.begin(), groups.end(),
        [](const WeightGroup &a, const WeightGroup &b) { return a.names.size() > b.names.size(); });
    return groups;
}

bool isBesideTheNetwork(const std::string &name, const StoredTensor &tensor)
{
    if (!isFloating(tensor.type) || tensor.shape.empty() || isEmpty(tensor))
        return true;
    std::string lower = name;
    std::transform(
        lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto holds = [&](const char *word) { return lower.find(word) != std::string::npos; };
    return holds("criterion") || holds("loss") || holds("metric") || holds("acc.") || holds("accuracy");
}

StateDict withoutCommonPrefix(StateDict dict)
{
    while (!dict.empty()) {
        const std::string &first = dict.begin()->first;
        const std::string prefix = first.substr(0, first.find('.') + 1);
        const bool common = !prefix.empty() && std::all_of(dict.begin(), dict.end(), [&](const auto &each) {
            return each.first.size() > prefix.size() && each.first.starts_with(prefix);
        });
        if (!common || isPart(prefix.substr(0, prefix.size() - 1)))
            break;
        StateDict stripped;
        for (auto &[name, tensor] : dict)
            stripped.emplace(name.substr(prefix.size()), std::move(tensor));
        dict = std::move(stripped);
    }
    return dict;
}

} // namespace convscope
