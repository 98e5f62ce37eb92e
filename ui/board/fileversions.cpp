#include "ui/board/fileversions.h"

namespace convscope {

namespace {

namespace fs = std::filesystem;

/// Empty where there is no such file.
std::string stampOf(const fs::path &file)
{
    std::error_code problem;
    const auto size = fs::file_size(file, problem);
    if (problem)
        return {};
    const auto changed = fs::last_write_time(file, problem).time_since_epoch().count();
    return problem ? std::string() : std::to_string(size) + ' ' + std::to_string(changed);
}

} // namespace

void FileVersions::reading(const fs::path &file)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_seen.contains(file.native()))
            return;
    }
    std::string stamp = stampOf(file);
    const std::lock_guard lock(m_mutex);
    m_seen.try_emplace(file.native(), Seen{std::move(stamp)});
}

bool FileVersions::look()
{
    std::unordered_map<std::string, Seen> seen;
    {
        const std::lock_guard lock(m_mutex);
        seen = m_seen;
    }
    bool any = false;
    for (const auto &[file, before] : seen) {
        std::string stamp = stampOf(file);
        if (stamp == before.stamp)
            continue;
        const std::lock_guard lock(m_mutex);
        m_seen[file] = {std::move(stamp), before.version + 1};
        any = true;
    }
    return any;
}

int FileVersions::of(const fs::path &file) const
{
    const std::lock_guard lock(m_mutex);
    const auto seen = m_seen.find(file.native());
    return seen == m_seen.end() ? 0 : seen->second.version;
}

} // namespace convscope
