#include "core/engine/network/graph/exportedjson.h"

#include "core/engine/network/damaged.h"
#include "core/engine/network/pickle.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

namespace convscope {

namespace {

constexpr std::size_t deepest = 64; // a program takes about fifteen
constexpr std::size_t mostValues = 8'000'000; // a network of thousands of operators has half a million

/// Where a text ends that begins at `begin` with a quotation mark: behind its closing one.
std::size_t endOfText(std::string_view json, std::size_t begin)
{
    for (std::size_t i = begin + 1; i < json.size(); ++i) {
        if (json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            return i + 1;
    }
    return json.size();
}

/// Goes through the JSON once: counts, and puts quotation marks around the words for infinity.
std::string prepared(std::string_view json, const std::string &entry)
{
    static constexpr std::array<std::string_view, 3> words = {"-Infinity", "Infinity", "NaN"};
    std::string result;
    result.reserve(json.size());
    std::size_t depth = 0;
    std::size_t values = 0;
    for (std::size_t i = 0; i < json.size();) {
        const char c = json[i];
        const auto word = c != '-' && c != 'I' && c != 'N'
            ? words.end()
            : std::find_if(words.begin(), words.end(),
                [&](std::string_view each) { return json.substr(i).starts_with(each); });
        const std::size_t end = c == '"' ? endOfText(json, i)
            : word != words.end()        ? i + word->size()
                                         : i + 1;
        if (word != words.end())
            result += '"' + std::string(*word) + '"';
        else
            result += json.substr(i, end - i);
        depth += c == '[' || c == '{';
        depth -= (c == ']' || c == '}') && depth > 0;
        values += c == '[' || c == '{' || c == ',' || c == ':';
        if (depth > deepest || values > mostValues)
            damaged(printable(entry) + " is larger than any network");
        i = end;
    }
    return result;
}

[[noreturn]] void refuse(const char *wanted) { damaged(std::string("a value is no ") + wanted); }

} // namespace

Json parseExported(std::span<const std::uint8_t> bytes, const std::string &entry)
{
    const std::string_view json(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    Json parsed = Json::parse(prepared(json, entry), nullptr, /*allow_exceptions=*/false);
    if (parsed.is_discarded())
        damaged(printable(entry));
    return parsed;
}

Json parseExported(const std::string &text, const std::string &entry)
{
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data());
    return parseExported(std::span(bytes, text.size()), entry);
}

const Json *findMember(const Json &object, const char *key)
{
    if (!object.is_object())
        refuse("object");
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

const Json &member(const Json &object, const char *key)
{
    if (const Json *found = findMember(object, key))
        return *found;
    damaged(std::string(key) + " is missing");
}

const Json &list(const Json &value)
{
    if (!value.is_array())
        refuse("list");
    return value;
}

const std::string &text(const Json &value)
{
    if (!value.is_string())
        refuse("text");
    return value.get_ref<const std::string &>();
}

std::int64_t integer(const Json &value)
{
    if (!value.is_number_integer()
        || (value.is_number_unsigned()
            && value.get<std::uint64_t>() > std::uint64_t(std::numeric_limits<std::int64_t>::max())))
        refuse("whole number");
    return value.get<std::int64_t>();
}

double real(const Json &value)
{
    if (value.is_number())
        return value.get<double>();
    const std::string &word = text(value);
    if (word == "Infinity")
        return std::numeric_limits<double>::infinity();
    if (word == "-Infinity")
        return -std::numeric_limits<double>::infinity();
    if (word == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    refuse("number");
}

bool truth(const Json &value)
{
    if (!value.is_boolean())
        refuse("truth value");
    return value.get<bool>();
}

std::pair<std::string, const Json *> unionOf(const Json &value)
{
    if (!value.is_object())
        refuse("object");
    for (const auto &[key, inner] : value.items()) {
        if (!inner.is_null())
            return {key, &inner};
    }
    refuse("argument");
}

} // namespace convscope
