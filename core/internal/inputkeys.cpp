#include "core/internal/inputkeys.h"

#include "core/error.h"
#include "core/internal/numbertext.h"

#include <algorithm>

namespace convscope {

namespace {

using Json = nlohmann::ordered_json;
using Channels = InputDescription::Channels;

[[noreturn]] void wrong(const std::string &key, const Json &value, const Phrase &allowed)
{
    throw Error(ErrorKind::InvalidOption, {}, {key, inputValueText(value)}, allowed);
}

int side(const char *key, const Json &value)
{
    if (!value.is_number_integer() || value < 1 || value > longestInputSide)
        wrong(key, value, {Phrase::WholeNumberWithin, {"1", std::to_string(longestInputSide)}});
    return value.get<int>();
}

InputSize sizeOf(const Json &value)
{
    if (value.is_array() && value.size() == 2)
        return {side("size", value[0]), side("size", value[1])};
    return {side("size", value), side("size", value)};
}

Channels channelsOf(const Json &value)
{
    for (const Channels channels : {Channels::RGB, Channels::BGR, Channels::Gray}) {
        if (value == name(channels))
            return channels;
    }
    wrong("channels", value, {Phrase::OneOf, {"RGB", "BGR", "gray"}});
}

/// One number stands for all three channels.
std::vector<double> numbersOf(const char *key, const Json &value)
{
    if (value.is_number())
        return std::vector<double>(3, value.get<double>());
    const auto isNumber = [](const Json &each) { return each.is_number(); };
    if (!value.is_array() || !std::all_of(value.begin(), value.end(), isNumber))
        wrong(key, value, Phrase::ANumberAChannel);
    return value.get<std::vector<double>>();
}

std::vector<std::string> textsOf(const char *key, const Json &value)
{
    const auto isText = [](const Json &each) { return each.is_string(); };
    if (!value.is_array() || !std::all_of(value.begin(), value.end(), isText))
        wrong(key, value, Phrase::ListOfNames);
    return value.get<std::vector<std::string>>();
}

std::string outputOf(const Json &value)
{
    if (value.is_number_unsigned())
        return value.dump();
    if (!value.is_string())
        wrong("output", value, Phrase::NumberOrName);
    return value.get<std::string>();
}

template <typename Value> Value namedOf(const char *key, const Json &value, std::initializer_list<Value> all)
{
    Phrase allowed(Phrase::OneOf);
    for (const Value each : all) {
        if (value == name(each) || value == moduleName(each))
            return each;
        allowed.values.push_back(name(each));
    }
    wrong(key, value, allowed);
}

Modules::Activation activationOf(const char *key, const Json &value)
{
    return namedOf(key, value, Modules::activations);
}

/// Whether the key is one of Modules.
bool setModule(std::optional<Modules> &told, const std::string &key, const Json &value)
{
    Modules modules = told.value_or(Modules());
    const auto number = [&](double min, double max) {
        if (!value.is_number() || value < min || value > max)
            wrong(key, value, {Phrase::NumberWithin, {numberText(min), numberText(max)}});
        return value.get<double>();
    };
    if (key == "activation")
        modules.activation = activationOf("activation", value);
    else if (key == "linear_activation")
        modules.linearActivation = activationOf("linear_activation", value);
    else if (key == "slope")
        modules.slope = number(0, Modules::maxSlope);
    else if (key == "pool")
        modules.pool = namedOf("pool", value, Modules::pools);
    else if (key == "epsilon")
        modules.epsilon = number(Modules::minEpsilon, Modules::maxEpsilon);
    else
        return false;
    told = modules;
    return true;
}

const std::vector<std::string> &keys()
{
    static const std::vector<std::string> all = {"size", "resize", "channels", "mean", "std", "classes",
        "output", "upright", "activation", "linear_activation", "slope", "pool", "epsilon"};
    return all;
}

std::string allKeys()
{
    std::string text = "format, version";
    for (const std::string &key : keys())
        text += ", " + key;
    return text;
}

} // namespace

std::string inputValueText(const Json &value)
{
    if (value.is_structured())
        return value.is_array() ? "[…]" : "{…}";
    if (value.is_string())
        return value.get<std::string>();
    return value.dump(-1, ' ', true, Json::error_handler_t::replace);
}

bool isInputKey(const std::string &key)
{
    return std::find(keys().begin(), keys().end(), key) != keys().end();
}

void setInputKey(InputDescription &input, const std::string &key, const Json &value)
{
    if (setModule(input.modules, key, value))
        return;
    if (key == "size")
        input.size = sizeOf(value);
    else if (key == "resize")
        input.resize = value == 0 ? 0 : side("resize", value);
    else if (key == "channels")
        input.channels = channelsOf(value);
    else if (key == "mean")
        input.mean = numbersOf("mean", value);
    else if (key == "std")
        input.deviation = numbersOf("std", value);
    else if (key == "classes")
        input.classNames = textsOf("classes", value);
    else if (key == "output")
        input.output = outputOf(value);
    else if (key == "upright" && value.is_boolean())
        input.upright = value;
    else if (key == "upright")
        wrong("upright", value, {Phrase::OneOf, {"true", "false"}});
    else if (key == "format" && value != inputFormat)
        wrong("format", value, {Phrase::OneOf, {inputFormat}});
    else if (key == "version" && value != 1)
        wrong("version", value, {Phrase::OneOf, {"1"}});
    else if (key != "format" && key != "version")
        throw Error(ErrorKind::UnknownKey, {}, {key, allKeys()});
}

} // namespace convscope
