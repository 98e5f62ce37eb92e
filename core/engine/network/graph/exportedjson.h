#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace convscope {

/// The JSON inside an exported program. It may hold anything: what is not there, or is not of the kind that
/// is asked for, is a fault of the file. All that is here throws Error: NetworkDamaged.
using Json = nlohmann::json;

/// Refuses what would fill memory, or is nested deeper than any program. Python writes infinity as a word,
/// which is no JSON; here it becomes a text, as PyTorch of today writes it. `entry` is for messages.
Json parseExported(std::span<const std::uint8_t> bytes, const std::string &entry);
Json parseExported(const std::string &text, const std::string &entry);

/// Null where there is no such member, or it is null.
const Json *findMember(const Json &object, const char *key);
const Json &member(const Json &object, const char *key);

const Json &list(const Json &value);
const std::string &text(const Json &value);
std::int64_t integer(const Json &value);
double real(const Json &value); ///< also "Infinity", "-Infinity", "NaN"
bool truth(const Json &value);

/// PyTorch writes one of several possible things as an object with one member, which says which it is:
/// {"as_int": 3}.
std::pair<std::string, const Json *> unionOf(const Json &value);

} // namespace convscope
