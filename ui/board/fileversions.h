#pragma once

#include "core/io/filestamp.h"

#include <filesystem>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

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
    /// How the file looked before that version of it was read; without a stamp where that is not known.
    FileSight sight(const std::filesystem::path &file, int version) const;

private:
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, std::vector<FileSight>>
        m_seen; ///< by the bytes of the path; one a version
};

} // namespace convscope
