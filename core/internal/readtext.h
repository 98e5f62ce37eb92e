#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace convscope {

/// The text in a file as UTF-8, see utf8FromMarked(). Throws Error: NotUtf8, FileOfOtherKind, CannotRead
/// where it is longer than any list of classes, and what readFile throws.
std::string readText(const std::filesystem::path &file);

/// Whether a text begins as a JSON object or list does.
bool looksLikeJson(const std::string &text);

/// Throws Error: JsonBroken with its place. `file` is where the text comes from.
nlohmann::ordered_json parseJson(const std::string &text, const std::filesystem::path &file);

} // namespace convscope
