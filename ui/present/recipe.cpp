#include "ui/present/recipe.h"

#include "core/runtime.h"
#include "ui/present/results.h"
#include "ui/present/sentences.h"

namespace convscope {

namespace {

Json networkJson(const Question &question)
{
    Json json = fileJson(question.networkFile, question.networkHash);
    json["precision"] = name(question.precision);
    json["device"] = question.device.toStdString();
    json["input"] = Json::parse(preparationJson(question.input));
    return json;
}

Json secondJson(const UsedSecond &second)
{
    if (second.drawn)
        return drawnJson(*second.drawn);
    Json json = fileJson(second.network.file.file, second.network.file.hash);
    json["precision"] = name(second.network.precision);
    json["device"] = second.network.device.toStdString();
    json["input"] = Json::parse(preparationJson(second.network.input));
    return json;
}

Json notesJson(const Notes &notes)
{
    Json list = Json::array();
    for (const Note &note : notes)
        list.push_back({{"note", name(note.kind)}, {"text", sentence(note).toStdString()}});
    return list;
}

/// Qt makes one space of several in a PNG's texts, and file names may have several.
std::string withSingleSpaces(const std::string &json)
{
    std::string text;
    bool inString = false;
    bool escaped = false;
    for (const char c : json) {
        if (c == ' ' && inString && text.back() == ' ')
            text += "\\u0020";
        else
            text += c;
        if (c == '"' && !escaped)
            inString = !inString;
        escaped = c == '\\' && !escaped;
    }
    return text;
}

} // namespace

QByteArray asciiText(const Json &json)
{
    // File names that are no UTF-8 become U+FFFD; nothing is refused for its name.
    const std::string text = json.dump(2, ' ', true, Json::error_handler_t::replace);
    return QByteArray::fromStdString(withSingleSpaces(text)) + '\n';
}

Json pathJson(const std::filesystem::path &file)
{
    const QByteArray bytes = QByteArray::fromStdString(file.string());
    Json json = {{"file", file.string()}};
    if (QString::fromUtf8(bytes).toUtf8() != bytes)
        json["bytes"] = bytes.toHex().toStdString();
    return json;
}

Json fileJson(const std::filesystem::path &file, const QString &hash)
{
    if (file.empty())
        return nullptr;
    Json json = pathJson(file);
    if (!hash.isEmpty())
        json["sha256"] = hash.toStdString();
    return json;
}

Json drawnJson(const DrawnAnew &drawn)
{
    return {{"drawn_anew", drawn.modules == 0 ? Json("all") : Json(drawn.modules)}, {"seed", drawn.seed}};
}

Json programJson()
{
    return {{"convscope", version()}, {"libtorch", torchVersion()}, {"opencv", opencvVersion()}};
}

Json questionJson(
    const Question &question, const std::string &method, const Json &parameters, const Notes &notes)
{
    Json json = {{"format", "convscope-question"}, {"version", 1}, {"network", networkJson(question)}};
    if (question.second) {
        json["network_b"] = secondJson(question.second->second);
        json["asked"] = word(question.second->asked);
    }
    json["photo"] = fileJson(question.photoFile, question.photoHash);
    json["method"] = method;
    json["parameters"] = parameters;
    json["program"] = programJson();
    json["notes"] = notesJson(notes);
    return json;
}

Json parametersJson(const MethodOptions &options) { return Json::parse(toJson(options)); }

Json measuresJson(const TakenMeasures &measures)
{
    Json json = Json::object();
    for (const TakenMeasure &taken : measures) {
        Json &one = json[taken.measure->traits().name];
        one["value"] = taken.measured.value;
        for (const CurvePoint &point : taken.measured.curve)
            one["curve"].push_back({point.x, point.y});
        for (const Detail &detail : taken.measured.details)
            one["details"][detail.name] = detail.value;
    }
    return json;
}

QByteArray recipe(const Question &question, const Notes &notes, const TakenMeasures &measures)
{
    Json json = questionJson(question, methodName(question.options), parametersJson(question.options), notes);
    json["measures"] = measuresJson(measures);
    return asciiText(json);
}

} // namespace convscope
