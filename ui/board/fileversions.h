#pragma once

#include "ui/present/filestamp.h"

#include <filesystem>
#include <mutex>
#include <string>
#include <unordered_map>

namespace convscope {

/// Which files have been replaced since they were first read. Any thread.
class FileVersions
{
public:
    /// The file is about to be read.
    void reading(const std::filesystem::path &file);
    /// Looks at all of them again, which may take as long as the disk does. Whether any was replaced.
    bool look();
    /// Another one each time that the file was found to be replaced; 0 at first.
    int of(const std::filesystem::path &file) const;

private:
    struct Seen
    {
        std::optional<FileStamp> stamp; ///< none where there is no such file
        int version = 0;
    };
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Seen> m_seen; ///< by the bytes of the path
};

} // namespace convscope
