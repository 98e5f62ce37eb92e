#include "core/explain/readoptions.h"

#include "core/error.h"
#include "core/explain/check.h"

#include <concepts>
#include <limits>
#include <nlohmann/json.hpp>

namespace convscope {

namespace {

[[noreturn]] void refuse(const char *name, const std::string &given, const Phrase &allowed)
{
    throw Error(ErrorKind::InvalidOption, {}, {name, given}, allowed);
}

/// Short, and without nested parts: it goes into a sentence.
std::string shown(const nlohmann::json &value)
{
    constexpr std::size_t enough = 40;
    if (value.is_structured())
        return value.is_object() ? "{…}" : "[…]";
    const std::string text = value.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
    return text.size() <= enough ? text : text.substr(0, enough) + "…";
}

// The reverse of what toJson writes. Bounds are checked once all is read.

void read(const char *name, const nlohmann::json &value, Target &target)
{
    if (!value.is_string())
        refuse(name, shown(value), Phrase::TargetClass);
    target = parseTarget(value.get<std::string>());
}

template <Worded Enum> void read(const char *name, const nlohmann::json &value, Enum &field)
{
    const std::optional<Enum> meant =
        value.is_string() ? fromWord<Enum>(value.get<std::string>()) : std::nullopt;
    if (!meant)
        refuse(name, shown(value), {Phrase::OneOf, {Words<Enum>::all.begin(), Words<Enum>::all.end()}});
    field = *meant;
}

void read(const char *name, const nlohmann::json &value, bool &yes)
{
    if (!value.is_boolean())
        refuse(name, shown(value), {Phrase::OneOf, {"true", "false"}});
    yes = value.get<bool>();
}

void read(const char *name, const nlohmann::json &value, double &number)
{
    if (!value.is_number())
        refuse(name, shown(value), Phrase::AnyNumber);
    number = value.get<double>();
}

template <std::integral Integer> void read(const char *name, const nlohmann::json &value, Integer &number)
{
    const bool fits = value.is_number_unsigned()
        ? value.get<std::uint64_t>() <= std::uint64_t(std::numeric_limits<Integer>::max())
        : value.is_number_integer()
            && std::is_signed_v<
                Integer> && value.get<std::int64_t>() >= std::int64_t(std::numeric_limits<Integer>::min());
    if (!fits)
        refuse(name, shown(value), Phrase::AnyWholeNumber);
    number = value.get<Integer>();
}

void read(const char *name, const nlohmann::json &value, LayerId &layer) { read(name, value, layer.index); }

void read(const char *name, const nlohmann::json &value, FilterId &filter)
{
    read(name, value, filter.index);
}

void read(const char *name, const nlohmann::json &value, ClassId &label) { read(name, value, label.index); }

void read(const char *name, const nlohmann::json &value, Seed &seed) { read(name, value, seed.value); }

void read(const char *name, const nlohmann::json &value, std::optional<Seed> &seed)
{
    seed.reset();
    if (!value.is_null())
        read(name, value, seed.emplace());
}

MethodOptions defaultsOf(const std::string &name)
{
    if (const std::optional<MethodOptions> options = methodNamed(name))
        return *options;
    std::vector<std::string> names;
    for (const MethodOptions &options : allMethods())
        names.push_back(methodName(options));
    refuse("method", name.substr(0, 40), {Phrase::OneOf, names});
}

} // namespace

ReadOptions fromJson(const std::string &name, const std::string &json)
{
    ReadOptions result{defaultsOf(name), {}};
    nlohmann::json object = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
    if (!object.is_object())
        refuse("parameters", shown(object), Phrase::JsonObject);
    std::visit(
        [&]<typename Options>(Options &options) {
            Options::fields(options, [&](const char *field, auto &value, const Bounds &) {
                if (const auto given = object.find(field); given != object.end()) {
                    read(field, *given, value);
                    object.erase(given);
                }
            });
            checkOptions(options);
        },
        result.options);
    for (const auto &[key, value] : object.items())
        result.unknown.push_back(key);
    return result;
}

} // namespace convscope
