#include "ui/board/fileversions.h"

namespace convscope {

namespace fs = std::filesystem;

void FileVersions::reading(const fs::path &file)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_seen.contains(file.native()))
            return;
    }
    const std::optional<FileStamp> stamp = stampOf(file);
    const std::lock_guard lock(m_mutex);
    m_seen.try_emplace(file.native(), Seen{stamp});
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
        const std::optional<FileStamp> stamp = stampOf(file);
        if (stamp == before.stamp)
            continue;
        const std::lock_guard lock(m_mutex);
        m_seen[file] = {stamp, before.version + 1};
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
