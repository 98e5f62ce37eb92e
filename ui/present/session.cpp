#include "ui/present/session.h"

#include "core/runtime.h"
#include "ui/present/preset.h"
#include "ui/present/recipe.h"
#include "ui/present/sessionwords.h"

namespace convscope {

namespace {

namespace fs = std::filesystem;

fs::path relativeTo(const fs::path &base, const fs::path &file)
{
    if (base.empty() || file.empty())
        return file;
    const fs::path below = file.lexically_relative(base == writtenHome ? homeFolder() : base);
    if (below.empty() || *below.begin() == "..")
        return file;
    return base == writtenHome ? writtenHome / below : below;
}

Json networkJson(const UsedNetwork &network, const fs::path &base)
{
    if (network.file.file.empty())
        return nullptr;
    Json json = fileJson(relativeTo(base, network.file.file), network.file.hash);
    json["precision"] = text(network.precision);
    json["device"] = network.device.toStdString();
    json["input"] = Json::parse(toJson(network.input));
    json["input_from"] = text(network.inputOrigin);
    return json;
}

/// A network that is drawn anew has no file of its own.
Json secondJson(const UsedSecond &second, const fs::path &base)
{
    if (!second.drawn)
        return networkJson(second.network, base);
    return drawnJson(*second.drawn);
}

Json photosJson(const Session &session, const fs::path &base)
{
    Json list = Json::array();
    for (const UsedPhoto &photo : session.photos) {
        list.push_back(fileJson(relativeTo(base, photo.file), photo.hash));
        if (photo.target)
            list.back()["target"] = toString(*photo.target);
        if (photo.pinned)
            list.back()["pinned"] = true;
    }
    return list;
}

Json labelsJson(const LabelChoice &labels)
{
    Json json = {{"from", text(labels.asked)}};
    for (const auto &[own, meant] : labels.map)
        json["map"][own] = meant.empty() ? Json(nullptr) : Json(meant);
    return json;
}

Json lookJson(const Look &look)
{
    Json json = {{"colours", text(look.colours)}, {"shared_scale", look.sharedScale},
        {"opacity", look.opacity}, {"clipping", text(look.clipping)}, {"contours", text(look.contours)}};
    if (look.evidence)
        json["evidence"] = true;
    if (look.colourMap)
        json["colour_map"] = text(*look.colourMap);
    return json;
}

Json rowJson(const Row &row, const Session &session)
{
    Json json = {{"view", id(row).toStdString()}};
    if (row.question) {
        json["method"] = methodName(*row.question);
        json["parameters"] = parametersJson(*row.question);
        if (fieldOf<std::uint64_t>(*row.question)) // of numbers drawn before
            json["stream"] = session.sharedStream ? "shared" : "per-image";
    }
    if (row.network != AskedNetwork::First)
        json["network"] = word(row.network);
    if (row.canBeHeld())
        json["held"] = row.held;
    const bool isUsual =
        row.question ? row.look == newRow(*row.question).look : row.look == Look(); // of its method
    if (!isUsual)
        json["look"] = lookJson(row.look);
    return json;
}

Json rowsJson(const QList<Row> &rows, const Session &session)
{
    Json list = Json::array();
    for (const Row &row : rows)
        list.push_back(rowJson(row, session));
    return list;
}

Json shapeJson(const BoardShape &shape)
{
    Json json = {{"size", text(shape.size)}, {"photos_as_rows", shape.photosAsRows}};
    if (shape.size == BoardShape::Size::Own)
        json["side"] = shape.side;
    return json;
}

Json json(const char *format, const Session &session, const fs::path &base)
{
    Json object = {{"format", format}, {"version", newestSessionVersion},
        {"network", networkJson(session.network, base)}};
    if (session.second.isOpen())
        object["network_b"] = secondJson(session.second, base);
    if (!session.folder.empty()) {
        object["data"] = pathJson(relativeTo(base, session.folder));
        object["data"]["split"] = session.split.toStdString();
    }
    if (session.labels != LabelChoice())
        object["labels"] = labelsJson(session.labels);
    object["photos"] = photosJson(session, base);
    object["rows"] = rowsJson(session.rows, session);
    object["outline"] = session.outline;
    object["program"] = programJson();
    return object;
}

Json evidenceJson(const std::vector<PictureEvidence> &evidence)
{
    Json list = Json::array();
    for (const PictureEvidence &each : evidence)
        list.push_back({{"photo", each.photo}, {"row", each.row}, {"measures", measuresJson(each.measures)}});
    return list;
}

} // namespace

ProgramVersions ProgramVersions::current()
{
    return {QString::fromStdString(version()), QString::fromStdString(torchVersion()),
        QString::fromStdString(opencvVersion())};
}

QByteArray sessionText(const Session &session, const fs::path &base)
{
    Json object = json(sessionFormat, session, base);
    object["hidden"] = rowsJson(session.hidden, session);
    object["chosen"] = {{"layer", session.layer.index}, {"filter", session.filter.index}};
    object["slow_views"] = session.automatic ? "by_themselves" : "on_demand";
    if (session.shape)
        object["board"] = shapeJson(*session.shape);
    return asciiText(object);
}

QByteArray figureRecipe(const Session &session, const std::vector<PictureEvidence> &evidence)
{
    Json object = json(figureFormat, session, writtenHome);
    if (!evidence.empty())
        object["evidence"] = evidenceJson(evidence);
    return asciiText(object);
}

QByteArray presetText(const Preset &preset)
{
    const Json object = {{"format", presetFormat}, {"version", newestPresetVersion},
        {"name", preset.name.toStdString()}, {"rows", rowsJson(preset.rows, {})}, {"program", programJson()}};
    return asciiText(object);
}

} // namespace convscope
