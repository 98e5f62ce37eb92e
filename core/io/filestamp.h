#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace convscope {

/// What the system tells of a file without reading it. Where it is another one, the file may have changed.
struct FileStamp
{
    std::uint64_t size = 0;
    std::int64_t changed = 0; ///< ns, of the clock that files have

    bool operator==(const FileStamp &) const = default;
};

/// None where the system does not tell.
std::optional<FileStamp> stampOf(const std::filesystem::path &file);

/// What the system told of a file, and when it was asked: what is read of it after that is not older.
struct FileSight
{
    std::optional<FileStamp> stamp = {};
    std::chrono::steady_clock::time_point at = {};
};
FileSight sightOf(const std::filesystem::path &file);

} // namespace convscope
