#include "core/data/labels.h"
#include "core/error.h"
#include "core/internal/readtext.h"

#include <nlohmann/json.hpp>

#include <set>
#include <sstream>
#include <tuple>

namespace convscope {

namespace {

using Json = nlohmann::ordered_json;

std::string trimmed(const std::string &text)
{
    const char *blanks = " \t\r";
    const std::size_t begin = text.find_first_not_of(blanks);
    return begin == std::string::npos ? std::string()
                                      : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// Of a key that is there twice, the JSON library would take the last.
void refuseTwice(const std::string &text, const std::filesystem::path &file)
{
    std::set<std::string> keys;
    std::optional<std::string> twice;
    const auto see = [&](int depth, Json::parse_event_t event, const Json &key) {
        if (event == Json::parse_event_t::key && depth == 1 && !keys.insert(key.get<std::string>()).second)
            twice = key.get<std::string>();
        return true;
    };
    std::ignore = Json::parse(text, see, /*allow_exceptions=*/false);
    if (twice)
        throw Error(ErrorKind::MappedTwice, file, {*twice});
}

LabelMap mapOf(const Json &object, const std::filesystem::path &file)
{
    LabelMap map;
    for (const auto &[own, meant] : object.items()) {
        if (meant.is_string())
            map[own] = meant.get<std::string>();
        else if (meant.is_number_unsigned())
            map[own] = std::to_string(meant.get<std::uint64_t>());
        else if (meant.is_null())
            map[own] = {};
        else
            throw Error(ErrorKind::NotALabelMap, file, {own});
    }
    return map;
}

LabelMap mapOf(std::istream &lines, const std::filesystem::path &file)
{
    LabelMap map;
    for (std::string line; std::getline(lines, line);) {
        line = trimmed(line);
        if (line.empty() || line.front() == '#')
            continue;
        const std::size_t sign = line.find('=');
        const std::string own = trimmed(line.substr(0, sign));
        if (sign == std::string::npos || own.empty())
            throw Error(ErrorKind::NotALabelMap, file, {line});
        if (!map.emplace(own, trimmed(line.substr(sign + 1))).second)
            throw Error(ErrorKind::MappedTwice, file, {own});
    }
    return map;
}

} // namespace

LabelMap readLabelMap(const std::filesystem::path &file)
{
    const std::string text = readText(file);
    if (looksLikeJson(text)) {
        refuseTwice(text, file);
        const Json object = parseJson(text, file);
        if (!object.is_object())
            throw Error(ErrorKind::NotALabelMap, file, {object.dump().substr(0, 20)});
        return mapOf(object, file);
    }
    std::istringstream lines(text);
    return mapOf(lines, file);
}

} // namespace convscope
