#pragma once

#include "core/explain/measure.h"
#include "core/explain/methods.h"
#include "core/network/drawnanew.h"
#include "core/note.h"

#include <QByteArray>
#include <QString>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace convscope {

struct Question;

/// Keys stay in the order in which they are written.
using Json = nlohmann::ordered_json;

/// Indented, ASCII only, valid whatever bytes the names in it hold.
QByteArray asciiText(const Json &json);

/// {"file": …}, and "bytes" (hexadecimal) where the name is no text.
Json pathJson(const std::filesystem::path &file);

/// The same with the file's hash; null where there is no file.
Json fileJson(const std::filesystem::path &file, const QString &hash);

/// {"drawn_anew": number of modules or "all", "seed": …}
Json drawnJson(const DrawnAnew &drawn);

Json programJson();

Json questionJson(
    const Question &question, const std::string &method, const Json &parameters, const Notes &notes);

Json parametersJson(const MethodOptions &options);

/// By the measures' names, each with its value, its curve and its details.
Json measuresJson(const TakenMeasures &measures);

} // namespace convscope
