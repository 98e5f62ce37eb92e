#include "core/engine/network/graph/onnxnames.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace convscope {

namespace {

using Json = nlohmann::json;
using Names = std::vector<std::string>;

constexpr std::size_t longestText = 4 << 20;

/// A list or dictionary of Python's as JSON has it: texts in double quotes, keys that are texts, brackets for
/// tuples. What is no such text becomes something that is no JSON, either.
std::string asJson(const std::string &python)
{
    std::string json;
    for (std::size_t i = 0; i < python.size(); ++i) {
        const char c = python[i];
        if (c == '\'' || c == '"') {
            json += '"';
            for (++i; i < python.size() && python[i] != c; ++i) {
                if (python[i] == '\\' && i + 1 < python.size())
                    json += python[++i] == '\'' ? std::string("'") : std::string("\\") + python[i];
                else if (python[i] == '"')
                    json += "\\\"";
                else
                    json += python[i];
            }
            json += '"';
        } else if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
            std::size_t end = i;
            while (end < python.size() && std::isdigit(static_cast<unsigned char>(python[end])) != 0)
                ++end;
            const std::size_t next = python.find_first_not_of(" \t\n", end);
            const bool isKey = next != std::string::npos && python[next] == ':';
            const std::string number = python.substr(i, end - i);
            json += isKey ? "\"" + number + "\"" : number;
            i = end - 1;
        } else {
            json += c == '(' ? '[' : c == ')' ? ']' : c;
        }
    }
    return json;
}

std::optional<std::size_t> placeOf(const Json &value)
{
    if (value.is_number_unsigned())
        return value.get<std::size_t>();
    if (!value.is_string())
        return std::nullopt;
    const auto &text = value.get_ref<const std::string &>();
    std::size_t place = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), place);
    const bool isWhole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
    return isWhole ? std::optional(place) : std::nullopt;
}

/// {number: name} or {name: number}, the numbers from 0 on without a gap.
Names namesOfDictionary(const Json &dictionary)
{
    Names names(dictionary.size());
    for (const auto &[key, value] : dictionary.items()) {
        const bool isNameFirst = value.is_number_unsigned();
        const auto place = isNameFirst ? placeOf(value) : placeOf(Json(key));
        if (!place || *place >= names.size() || !(isNameFirst || value.is_string()))
            return {};
        names[*place] = isNameFirst ? key : value.get<std::string>();
    }
    return names;
}

Names namesOf(const Json &value)
{
    if (value.is_object())
        return namesOfDictionary(value);
    Names names;
    for (const Json &name : value) {
        if (!name.is_string())
            return {};
        names.push_back(name.get<std::string>());
    }
    return names;
}

Names separated(const std::string &text)
{
    const char separator = text.find('\n') != std::string::npos ? '\n' : ',';
    Names names;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        const std::size_t first = text.find_first_not_of(" \t\r", begin);
        const std::size_t last = text.find_last_not_of(" \t\r", end == 0 ? 0 : end - 1);
        names.push_back(first < end ? text.substr(first, last - first + 1) : std::string());
        begin = end + 1;
    }
    while (!names.empty() && names.back().empty())
        names.pop_back();
    return names;
}

Names namesIn(const std::string &text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos || text.size() > longestText)
        return {};
    if (text[first] != '{' && text[first] != '[' && text[first] != '(')
        return separated(text);
    Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (json.is_discarded())
        json = Json::parse(asJson(text), nullptr, /*allow_exceptions=*/false);
    return json.is_structured() ? namesOf(json) : Names();
}

} // namespace

std::vector<Names> classNamesIn(const OnnxTexts &metadata)
{
    constexpr std::array keys = {"classes", "class_names", "classnames", "class_to_idx", "idx_to_class",
        "index_to_class", "id2label", "label2id", "label_names", "labels", "names", "categories"};
    std::vector<Names> all;
    for (const char *key : keys) {
        const auto found = metadata.find(key);
        if (found == metadata.end())
            continue;
        Names names = namesIn(found->second);
        const bool isUsable = names.size() > 1
            && std::none_of(names.begin(), names.end(), [](const auto &name) { return name.empty(); });
        if (isUsable)
            all.push_back(std::move(names));
    }
    return all;
}

} // namespace convscope
