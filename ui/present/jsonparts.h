#pragma once

#include "core/error.h"
#include "ui/present/recipe.h"

#include <initializer_list>
#include <string>

/// How sessions, recipes and presets are taken apart. Each function throws Error: SessionDamaged, with the
/// part that does not fit.
namespace convscope::jsonparts {

[[noreturn]] void refuse(const std::string &what);
[[noreturn]] void refuse(Phrase::Kind what);

std::string string(const Json &object, const char *key, const std::string &otherwise = {});
bool boolean(const Json &object, const char *key, bool otherwise);
/// Null where there is none.
const Json *list(const Json &object, const char *key);

/// The object of a text in one of these formats. Throws Error: `foreign` where it is something else,
/// SessionDamaged where the text names a format and yet is no JSON, or is nested as nothing written here is,
/// SessionTooNew.
Json objectOf(const QByteArray &text, std::initializer_list<const char *> formats, int newestVersion,
    ErrorKind foreign);

} // namespace convscope::jsonparts
