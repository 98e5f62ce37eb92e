#include "core/data/input.h"

#include "core/data/classnames.h"
#include "core/error.h"
#include "core/internal/readfile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using Channels = InputDescription::Channels;

constexpr const char *format = "convscope-input";

/// Short, and not deep: such a value can be nested without end.
std::string textOf(const Json &value)
{
    if (value.is_array())
        return "a list of " + std::to_string(value.size());
    return value.is_object() ? "an object" : value.dump(-1, ' ', true, Json::error_handler_t::replace);
}

[[noreturn]] void wrong(const char *key, const Json &value, const std::string &allowed)
{
    throw Error(ErrorKind::InvalidOption, {}, {key, textOf(value), allowed});
}

int side(const char *key, const Json &value)
{
    if (!value.is_number_integer() || value < 1 || value > longestInputSide)
        wrong(key, value, "whole numbers from 1 to " + std::to_string(longestInputSide));
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
    wrong("channels", value, "\"RGB\", \"BGR\", \"gray\"");
}

std::vector<double> numbersOf(const char *key, const Json &value)
{
    const auto isNumber = [](const Json &each) { return each.is_number(); };
    if (!value.is_array() || !std::all_of(value.begin(), value.end(), isNumber))
        wrong(key, value, "a list with one number a channel");
    return value.get<std::vector<double>>();
}

std::vector<std::string> textsOf(const char *key, const Json &value)
{
    const auto isText = [](const Json &each) { return each.is_string(); };
    if (!value.is_array() || !std::all_of(value.begin(), value.end(), isText))
        wrong(key, value, "a list of names");
    return value.get<std::vector<std::string>>();
}

void set(InputDescription &input, const std::string &key, const Json &value)
{
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
    else if (key == "format" && value != format)
        wrong("format", value, format);
    else if (key == "version" && value != 1)
        wrong("version", value, "1");
    else if (key != "format" && key != "version")
        throw Error(ErrorKind::InvalidOption, {},
            {"a key", key, "format, version, size, resize, channels, mean, std, classes"});
}

Json parse(const fs::path &file)
{
    const std::vector<std::uint8_t> bytes = readFile(file);
    try {
        return Json::parse(bytes);
    } catch (const Json::exception &) {
        throw Error(ErrorKind::NotAnInputDescription, file);
    }
}

bool isFile(const fs::path &file)
{
    std::error_code error;
    return fs::is_regular_file(file, error);
}

/// Says something that an input description says.
bool isDescription(const Json &json)
{
    if (!json.is_object())
        return false;
    if (json.contains("format"))
        return json["format"] == format;
    const auto keys = {"size", "resize", "channels", "mean", "std", "classes"};
    return std::any_of(keys.begin(), keys.end(), [&](const char *key) { return json.contains(key); });
}

/// Where a description may lie, the place that counts first.
std::array<fs::path, 2> placesBeside(const fs::path &network)
{
    return {fs::path(network).replace_extension(".json"), fs::path(network) += ".json"};
}

InputDescription describe(const fs::path &file, const Json &json)
{
    InputDescription input;
    try {
        for (const auto &[key, value] : json.items())
            set(input, key, value);
        checkInput(input);
    } catch (const Error &error) {
        throw error.in(file);
    }
    return input;
}

} // namespace

const char *name(Channels channels)
{
    switch (channels) {
    case Channels::RGB:
        return "RGB";
    case Channels::BGR:
        return "BGR";
    case Channels::Gray:
        return "gray";
    }
    return "";
}

const char *name(InputOrigin origin)
{
    switch (origin) {
    case InputOrigin::Network:
        return "network";
    case InputOrigin::Beside:
        return "beside";
    case InputOrigin::Told:
        return "told";
    }
    return "";
}

std::string sizeText(InputSize size)
{
    return std::to_string(size.width) + " × " + std::to_string(size.height);
}

InputDescription food11Input() { return {}; }

InputDescription imagenetInput()
{
    InputDescription input;
    input.size = {224, 224};
    input.resize = 256;
    input.mean = {0.485, 0.456, 0.406};
    input.deviation = {0.229, 0.224, 0.225};
    return input;
}

void checkInput(const InputDescription &input)
{
    if (input.resize != 0 && input.resize < std::max(input.size.width, input.size.height))
        wrong("resize", input.resize, "0, or at least as much as the size");
    const std::size_t channels = input.channels == Channels::Gray ? 1 : 3;
    const std::string each = std::to_string(channels) + (channels == 1 ? " number" : " numbers");
    if (input.mean.empty() && input.deviation.empty())
        return;
    if (input.mean.size() != channels)
        wrong("mean", input.mean, each);
    if (input.deviation.size() != channels)
        wrong("std", input.deviation, each);
    const auto isPositive = [](double value) { return value > 0 && std::isfinite(1 / value); };
    if (!std::all_of(input.deviation.begin(), input.deviation.end(), isPositive))
        wrong("std", input.deviation, each + " above 0");
}

InputDescription inputOf(const std::string &presetOrFile)
{
    if (presetOrFile == "food11")
        return food11Input();
    if (presetOrFile == "imagenet")
        return imagenetInput();
    return readInput(presetOrFile);
}

InputDescription readInput(const fs::path &file)
{
    const Json json = parse(file);
    if (!isDescription(json))
        throw Error(ErrorKind::NotAnInputDescription, file);
    return describe(file, json);
}

InputDescription inputFromJson(const std::string &text)
{
    const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!isDescription(json))
        throw Error(ErrorKind::NotAnInputDescription);
    return describe({}, json);
}

std::optional<InputDescription> inputBeside(const fs::path &network)
{
    for (const fs::path &file : placesBeside(network)) {
        if (!isFile(file))
            continue;
        const Json json = Json::parse(readFile(file), nullptr, /*allow_exceptions=*/false);
        if (isDescription(json))
            return describe(file, json);
    }
    return std::nullopt;
}

fs::path placeForInput(const fs::path &network)
{
    fs::path free;
    std::error_code error;
    for (const fs::path &file : placesBeside(network)) {
        if (isFile(file) && isDescription(Json::parse(readFile(file), nullptr, /*allow_exceptions=*/false)))
            return file;
        if (free.empty() && !fs::exists(fs::symlink_status(file, error)))
            free = file;
    }
    return free;
}

std::vector<std::string> classNamesBeside(const fs::path &network)
{
    const fs::path file = network.parent_path() / "labels.txt";
    return isFile(file) ? readClassNames(file) : std::vector<std::string>();
}

std::string preparationJson(InputDescription input)
{
    input.classNames.clear();
    return toJson(input);
}

std::string toJson(const InputDescription &input)
{
    Json json = {{"format", format}, {"version", 1}, {"size", {input.size.width, input.size.height}},
        {"resize", input.resize}, {"channels", name(input.channels)}, {"mean", input.mean},
        {"std", input.deviation}};
    if (!input.classNames.empty())
        json["classes"] = input.classNames;
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace convscope
