#include "core/data/labels.h"

#include "core/data/classnames.h"
#include "core/data/labelnames.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace convscope {

namespace {

struct RuleName
{
    LabelRule rule;
    const char *name;
};

constexpr std::array<RuleName, 6> ruleNames{{{LabelRule::FileNames, "file-names"},
    {LabelRule::FolderNames, "folder-names"}, {LabelRule::FolderNumbers, "folder-numbers"},
    {LabelRule::FolderOrder, "folder-order"}, {LabelRule::Various, "various"}, {LabelRule::None, "none"}}};

struct AskedName
{
    LabelsAsked asked;
    const char *name;
};

constexpr std::array<AskedName, 5> askedNames{
    {{LabelsAsked::Automatic, "auto"}, {LabelsAsked::Folders, "folders"}, {LabelsAsked::Names, "names"},
        {LabelsAsked::Numbers, "numbers"}, {LabelsAsked::None, "none"}}};

} // namespace

std::optional<int> wholeNumber(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || text.front() == '-')
        return {};
    return value;
}

bool areDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string comparableName(const std::string &name)
{
    std::string text;
    for (const char c : name) {
        if (c != ' ' && c != '_' && c != '-' && c != '/')
            text += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    }
    return text;
}

const char *name(LabelRule rule) { return std::ranges::find(ruleNames, rule, &RuleName::rule)->name; }

const char *name(LabelsAsked asked) { return std::ranges::find(askedNames, asked, &AskedName::asked)->name; }

std::optional<LabelsAsked> labelsAsked(const std::string &name)
{
    const auto found = std::ranges::find(
        askedNames, std::string_view(name), [](const AskedName &any) { return std::string_view(any.name); });
    return found == askedNames.end() ? std::nullopt : std::optional(found->asked);
}

bool sameClassName(const std::string &a, const std::string &b)
{
    return comparableName(a) == comparableName(b);
}

ClassFinder::ClassFinder(const LabelQuestion &question)
    : m_count(question.classCount)
{
    const std::vector<std::string> names =
        question.classNames.empty() ? classNames(question.classCount) : question.classNames;
    for (std::size_t i = 0; i < names.size(); ++i)
        m_named.emplace(comparableName(names[i]), int(i));
}

std::optional<int> ClassFinder::find(const std::string &nameOrNumber) const
{
    if (const auto named = m_named.find(comparableName(nameOrNumber)); named != m_named.end())
        return named->second;
    const std::optional<int> number = areDigits(nameOrNumber) ? wholeNumber(nameOrNumber) : std::nullopt;
    return number && *number < m_count ? number : std::nullopt;
}

} // namespace convscope
