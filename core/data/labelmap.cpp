#include "core/data/labels.h"
#include "core/error.h"
#include "core/internal/readfile.h"

#include <nlohmann/json.hpp>

#include <sstream>

namespace convscope {

namespace {

using Json = nlohmann::json;

std::string trimmed(const std::string &text)
{
    const char *blanks = " \t\r";
    const std::size_t begin = text.find_first_not_of(blanks);
    return begin == std::string::npos ? std::string()
                                      : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
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
        map[own] = trimmed(line.substr(sign + 1));
    }
    return map;
}

} // namespace

LabelMap readLabelMap(const std::filesystem::path &file)
{
    const std::vector<std::uint8_t> bytes = readFile(file);
    std::string text(bytes.begin(), bytes.end());
    if (text.starts_with("\xef\xbb\xbf")) // the byte order mark that Windows editors write
        text.erase(0, 3);
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin != std::string::npos && text[begin] == '{') {
        const Json object = Json::parse(text, nullptr, false);
        if (!object.is_object())
            throw Error(ErrorKind::NotALabelMap, file, {"{"});
        return mapOf(object, file);
    }
    std::istringstream lines(text);
    return mapOf(lines, file);
}

} // namespace convscope
