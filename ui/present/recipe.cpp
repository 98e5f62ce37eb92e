#include "ui/present/recipe.h"

#include "core/runtime.h"
#include "ui/present/results.h"
#include "ui/present/sentences.h"

namespace convscope {

namespace {

Json fileJson(const std::filesystem::path &file, const QString &hash)
{
    if (file.empty())
        return nullptr;
    return {{"file", file.string()}, {"sha256", hash.toStdString()}};
}

Json networkJson(const Question &question)
{
    Json json = fileJson(question.networkFile, question.networkHash);
    json["precision"] = name(question.precision);
    json["device"] = question.device.toStdString();
    json["input"] = Json::parse(preparationJson(question.input));
    return json;
}

Json programJson()
{
    return {{"convscope", version()}, {"libtorch", torchVersion()}, {"opencv", opencvVersion()}};
}

Json notesJson(const Notes &notes)
{
    Json list = Json::array();
    for (const Note note : notes)
        list.push_back({{"note", name(note)}, {"text", sentence(note).toStdString()}});
    return list;
}

} // namespace

QByteArray asciiText(const Json &json)
{
    // File names that are no UTF-8 become U+FFFD; nothing is refused for its name.
    return QByteArray::fromStdString(json.dump(2, ' ', true, Json::error_handler_t::replace)) + '\n';
}

Json questionJson(
    const Question &question, const std::string &method, const Json &parameters, const Notes &notes)
{
    return {{"format", "convscope-question"}, {"version", 1}, {"network", networkJson(question)},
        {"photo", fileJson(question.photoFile, question.photoHash)}, {"method", method},
        {"parameters", parameters}, {"program", programJson()}, {"notes", notesJson(notes)}};
}

Json parametersJson(const MethodOptions &options) { return Json::parse(toJson(options)); }

QByteArray recipe(const Question &question, const Notes &notes)
{
    return asciiText(
        questionJson(question, methodName(question.options), parametersJson(question.options), notes));
}

QByteArray figureRecipe(const QList<Question> &photos, const QList<MethodOptions> &rows, bool sharedStream)
{
    Json photoList = Json::array();
    for (const Question &question : photos) {
        Json photo = fileJson(question.photoFile, question.photoHash);
        if (question.target)
            photo["target"] = toString(*question.target);
        photoList.push_back(std::move(photo));
    }
    Json rowList = Json::array();
    for (const MethodOptions &options : rows) {
        Json row = {{"method", methodName(options)}, {"parameters", parametersJson(options)}};
        if (std::holds_alternative<LimeOptions>(options))
            row["stream"] = sharedStream ? "shared" : "per-image";
        rowList.push_back(std::move(row));
    }
    return asciiText({{"format", "convscope-figure"}, {"version", 1},
        {"network", photos.isEmpty() ? Json(nullptr) : networkJson(photos.first())}, {"photos", photoList},
        {"rows", rowList}, {"program", programJson()}});
}

} // namespace convscope
