#include "core/data/classnames.h"
#include "core/internal/readtext.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace convscope {

namespace {

using Names = std::vector<std::string>;
using Json = nlohmann::ordered_json;

Names linesOf(const std::string &text)
{
    Names lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
        std::string line = text.substr(begin, end - begin);
        while (!line.empty() && (line.back() == ' ' || line.back() == '\t'))
            line.pop_back();
        if (!line.starts_with('#'))
            lines.push_back(line);
        begin = end + (text.compare(end, 2, "\r\n") == 0 ? 2 : 1);
    }
    while (!lines.empty() && lines.back().empty())
        lines.pop_back();
    return lines;
}

/// What follows a number and a blank, comma, colon or tab.
std::optional<std::string> nameBehind(std::size_t number, const std::string &line)
{
    std::size_t found = 0;
    const char *end = line.data() + line.size();
    const auto parsed = std::from_chars(line.data(), end, found);
    if (parsed.ec != std::errc() || found != number)
        return std::nullopt;
    const std::string rest(parsed.ptr, end);
    const std::size_t begin = rest.find_first_not_of(" ,:;\t");
    if (begin == 0 || begin == std::string::npos)
        return std::nullopt;
    return rest.substr(begin);
}

/// Without their numbers, where all lines from `first` on have them, from `number` on.
std::optional<Names> withoutNumbers(const Names &lines, std::size_t first, std::size_t number)
{
    constexpr std::size_t fewest = 2; // one line alone may be a name that begins with a number
    Names names;
    for (std::size_t i = first; i < lines.size(); ++i) {
        const auto name = nameBehind(number + i - first, lines[i]);
        if (!name)
            return std::nullopt;
        names.push_back(*name);
    }
    return names.size() >= fewest ? std::optional(names) : std::nullopt;
}

Names namesOfLines(const Names &lines)
{
    for (const std::size_t number : {0U, 1U}) {
        if (const auto names = withoutNumbers(lines, 0, number))
            return *names;
        // A table with a heading, such as "id,name".
        const bool isTable = !lines.empty() && lines[0].find_first_of(",;\t") != std::string::npos;
        if (const auto names = withoutNumbers(lines, 1, number); names && isTable)
            return *names;
    }
    return lines;
}

/// The name in a value: itself, or the last text of a list.
std::optional<std::string> nameIn(const Json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_array() && !value.empty() && value.back().is_string())
        return value.back().get<std::string>();
    return std::nullopt;
}

/// {"0": name, …} or {name: 0, …}, the numbers from 0 on.
std::optional<Names> namesOfIndex(const Json &json)
{
    std::map<std::size_t, std::string> byNumber;
    for (const auto &[key, value] : json.items()) {
        if (value.is_number_unsigned()) {
            byNumber[value.get<std::size_t>()] = key;
            continue;
        }
        std::size_t number = 0;
        const char *end = key.data() + key.size();
        const auto parsed = std::from_chars(key.data(), end, number);
        const auto name = nameIn(value);
        if (parsed.ec != std::errc() || parsed.ptr != end || !name)
            return std::nullopt;
        byNumber[number] = *name;
    }
    Names names;
    for (const auto &[number, name] : byNumber) {
        if (number != names.size())
            return std::nullopt;
        names.push_back(name);
    }
    return names;
}

std::optional<Names> namesOfJson(const std::string &text)
{
    const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (json.is_object())
        return json.contains("classes") && json["classes"].is_array() ? namesOfJson(json["classes"].dump())
                                                                      : namesOfIndex(json);
    if (!json.is_array() || json.empty())
        return std::nullopt;
    Names names;
    for (const Json &each : json) {
        const auto name = nameIn(each);
        if (!name)
            return std::nullopt;
        names.push_back(*name);
    }
    return names;
}

} // namespace

std::vector<std::string> readClassNames(const std::filesystem::path &file)
{
    const std::string text = readText(file);
    if (looksLikeJson(text)) {
        if (const auto names = namesOfJson(text))
            return *names;
    }
    return namesOfLines(linesOf(text));
}

} // namespace convscope
