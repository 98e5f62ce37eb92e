#include "core/io/filestamp.h"

namespace convscope {

std::optional<FileStamp> stampOf(const std::filesystem::path &file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error)
        return {};
    const auto changed = std::filesystem::last_write_time(file, error);
    if (error)
        return {};
    return FileStamp{
        size, std::chrono::duration_cast<std::chrono::nanoseconds>(changed.time_since_epoch()).count()};
}

FileSight sightOf(const std::filesystem::path &file)
{
    const auto at = std::chrono::steady_clock::now();
    return {stampOf(file), at};
}

} // namespace convscope
