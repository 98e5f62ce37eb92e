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
    const FileSight sight = sightOf(file);
    const std::lock_guard lock(m_mutex);
    m_seen.try_emplace(file.native(), std::vector{sight});
}

bool FileVersions::look()
{
    std::unordered_map<std::string, std::vector<FileSight>> seen;
    {
        const std::lock_guard lock(m_mutex);
        seen = m_seen;
    }
    bool any = false;
    for (const auto &[file, before] : seen) {
        const FileSight sight = sightOf(file);
        if (sight.stamp == before.back().stamp)
            continue;
        const std::lock_guard lock(m_mutex);
        m_seen[file].push_back(sight);
        any = true;
    }
    return any;
}

int FileVersions::of(const fs::path &file) const
{
    const std::lock_guard lock(m_mutex);
    const auto seen = m_seen.find(file.native());
    return seen == m_seen.end() ? 0 : int(seen->second.size()) - 1;
}

FileSight FileVersions::sight(const fs::path &file, int version) const
{
    const std::lock_guard lock(m_mutex);
    const auto seen = m_seen.find(file.native());
    const auto at = std::size_t(version);
    return seen == m_seen.end() || at >= seen->second.size() ? FileSight{} : seen->second[at];
}

} // namespace convscope
