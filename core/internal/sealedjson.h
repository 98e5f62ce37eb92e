#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace convscope {

// JSON files of an index hold the SHA-256 of what else stands in them, so that a number that was changed by
// hand or by a disk is noticed.

/// The text of an object with its checksum. Names that are not UTF-8 are written as they can be.
std::string sealed(nlohmann::json told);

/// Throws Error: IndexDamaged, where the checksum is missing or is that of something else.
void checkSeal(const nlohmann::json &told, const std::filesystem::path &file);

} // namespace convscope
