#pragma once

#include "core/explain/methods.h"
#include "core/note.h"

#include <QByteArray>
#include <nlohmann/json.hpp>
#include <string>

namespace convscope {

struct Question;

/// Keys stay in the order in which they are written.
using Json = nlohmann::ordered_json;

/// Indented, ASCII only, valid whatever bytes the names in it hold.
QByteArray asciiText(const Json &json);

Json questionJson(
    const Question &question, const std::string &method, const Json &parameters, const Notes &notes);

Json parametersJson(const MethodOptions &options);

} // namespace convscope
