#include "core/data/input.h"

#include "core/data/classnames.h"
#include "core/error.h"
#include "core/internal/inputkeys.h"
#include "core/internal/readfile.h"
#include "core/internal/readtext.h"
#include "core/internal/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using Channels = InputDescription::Channels;

[[noreturn]] void wrong(const char *key, const Json &value, const Phrase &allowed)
{
    throw Error(ErrorKind::InvalidOption, {}, {key, inputValueText(value)}, allowed);
}

Json parse(const fs::path &file)
{
    const std::optional<std::string> text = utf8FromMarked(readFile(file));
    if (!text || !looksLikeJson(*text))
        throw Error(ErrorKind::NotAnInputDescription, file);
    return parseJson(*text, file);
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
        return json["format"] == inputFormat;
    const auto items = json.items();
    return std::any_of(items.begin(), items.end(), [](const auto &item) { return isInputKey(item.key()); });
}

/// Another program's, such as the record of a training, which may hold a size, classes, or a mean of
/// something else as well: it does not say that it is a description, and has keys of its own or one number as
/// a mean.
bool isOfAnotherKind(const Json &json)
{
    if (!isDescription(json))
        return true;
    const auto items = json.items();
    return !json.contains("format") && std::any_of(items.begin(), items.end(), [](const auto &item) {
        const bool isKnown = item.key() == "version" || isInputKey(item.key());
        const bool isOneNumber = (item.key() == "mean" || item.key() == "std") && item.value().is_number();
        return !isKnown || isOneNumber;
    });
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
            setInputKey(input, key, value);
        if (input.channels == Channels::Gray) { // one number stood for all channels
            for (auto [key, numbers] : {std::pair("mean", &input.mean), std::pair("std", &input.deviation)}) {
                if (json.contains(key) && json[key].is_number())
                    numbers->resize(1);
            }
        }
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
        wrong("resize", input.resize, Phrase::NothingOrAtLeastTheSize);
    const std::size_t channels = input.channels == Channels::Gray ? 1 : 3;
    const Phrase each(Phrase::ANumberAChannel, {std::to_string(channels)});
    if (input.mean.empty() && input.deviation.empty())
        return;
    if (input.mean.size() != channels)
        wrong("mean", input.mean, each);
    if (input.deviation.size() != channels)
        wrong("std", input.deviation, each);
    const auto isPositive = [](double value) { return value > 0 && std::isfinite(1 / value); };
    if (!std::all_of(input.deviation.begin(), input.deviation.end(), isPositive))
        wrong("std", input.deviation, {Phrase::APositiveNumberAChannel, {std::to_string(channels)}});
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

std::optional<InputDescription> inputBeside(const fs::path &network, Notes *notes)
{
    for (const fs::path &file : placesBeside(network)) {
        if (!isFile(file))
            continue;
        const Json json = Json::parse(readFile(file), nullptr, /*allow_exceptions=*/false);
        if (!isOfAnotherKind(json))
            return describe(file, json);
        if (notes && isDescription(json))
            notes->push_back({Note::DescriptionIgnored, {file.filename().string()}});
    }
    return std::nullopt;
}

fs::path placeForInput(const fs::path &network)
{
    fs::path free;
    std::error_code error;
    for (const fs::path &file : placesBeside(network)) {
        if (isFile(file)
            && !isOfAnotherKind(Json::parse(readFile(file), nullptr, /*allow_exceptions=*/false)))
            return file;
        if (free.empty() && !fs::exists(fs::symlink_status(file, error)))
            free = file;
    }
    return free;
}

std::vector<std::string> classNamesBeside(const fs::path &network, Notes *notes)
{
    const fs::path file = network.parent_path() / "labels.txt";
    if (!isFile(file))
        return {};
    try {
        return readClassNames(file);
    } catch (const Error &error) { // the network can do without
        if (notes)
            notes->push_back({Note::ClassNamesUnreadable, {file.filename().string()}});
        return {};
    }
}

std::string preparationJson(InputDescription input)
{
    input.classNames.clear();
    if (input.modules == Modules()) // which are assumed where none are told
        input.modules.reset();
    return toJson(input);
}

std::string toJson(const InputDescription &input)
{
    Json json = {{"format", inputFormat}, {"version", 1}, {"size", {input.size.width, input.size.height}},
        {"resize", input.resize}, {"channels", name(input.channels)}, {"mean", input.mean},
        {"std", input.deviation}};
    if (input.modules) {
        json["activation"] = name(input.modules->activation);
        json["linear_activation"] = name(input.modules->linearActivation);
        json["slope"] = input.modules->slope;
        json["pool"] = name(input.modules->pool);
        json["epsilon"] = input.modules->epsilon;
    }
    if (!input.classNames.empty())
        json["classes"] = input.classNames;
    if (!input.output.empty())
        json["output"] = input.output;
    if (input.upright)
        json["upright"] = true;
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace convscope
