#include "ui/present/jsonparts.h"

#include <algorithm>

namespace convscope::jsonparts {

namespace {

constexpr int deepest = 16; ///< of anything that is written here

} // namespace

void refuse(const std::string &what) { throw Error(ErrorKind::SessionDamaged, {}, {what}); }

void refuse(Phrase::Kind what) { throw Error(ErrorKind::SessionDamaged, {}, {}, what); }

std::string string(const Json &object, const char *key, const std::string &otherwise)
{
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return otherwise;
    if (!found->is_string())
        refuse(key);
    return found->get<std::string>();
}

bool boolean(const Json &object, const char *key, bool otherwise)
{
    const auto found = object.find(key);
    if (found == object.end())
        return otherwise;
    if (!found->is_boolean())
        refuse(key);
    return found->get<bool>();
}

const Json *list(const Json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return nullptr;
    if (!found->is_array())
        refuse(key);
    return &*found;
}

Json objectOf(
    const QByteArray &text, std::initializer_list<const char *> formats, int newestVersion, ErrorKind foreign)
{
    const auto shallow = [](int depth, Json::parse_event_t, Json &) {
        if (depth > deepest)
            refuse(Phrase::NestedTooDeeply);
        return true;
    };
    const Json object = Json::parse(text.begin(), text.end(), shallow, /*allow_exceptions=*/false);
    const bool isNamed = std::any_of(
        formats.begin(), formats.end(), [&text](const char *format) { return text.contains(format); });
    if (!object.is_object() && isNamed)
        refuse(Phrase::CutOffOrGarbled);
    const auto format = object.is_object() ? object.find("format") : object.end();
    if (format == object.end() || std::none_of(formats.begin(), formats.end(), [&format](const char *known) {
            return *format == known;
        }))
        throw Error(foreign);
    const auto version = object.find("version");
    if (version == object.end() || !version->is_number_unsigned() || *version == 0U)
        refuse("version");
    if (*version > unsigned(newestVersion))
        throw Error(ErrorKind::SessionTooNew, {}, {version->dump(), std::to_string(newestVersion)});
    return object;
}

} // namespace convscope::jsonparts
