#pragma once

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

} // namespace convscope
