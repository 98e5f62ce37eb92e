#pragma once

#include "core/data/folder.h"
#include "core/data/photoset.h"

namespace convscope {

/// Finds out which class folders a folder that holds photos itself stands among: those beside it, beside the
/// folder above it, and so on, up to the first that is a split. Folders that cannot be read hold no pictures.
class NeighbourFinder
{
public:
    explicit NeighbourFinder(const std::filesystem::path &folder);

    /// Returns true while there is more to read.
    bool step(Clock::time_point until);
    /// The nearest first.
    const std::vector<Neighbours> &found() const { return m_found; }
    /// One of the folders above is called "unlabeled".
    bool isUnlabelled() const { return m_isUnlabelled; }

private:
    void ascend();
    void take();
    Folder *unread();
    static Folder *unread(Folder &folder);
    static bool holdsPictures(Folder &folder);
    static void read(Folder &folder, Clock::time_point until, std::size_t pictures);

    std::filesystem::path m_folder;
    std::unique_ptr<Folder> m_above;
    std::size_t m_looked = 0; ///< so many of its folders are known well enough
    int m_level = 0;
    bool m_isUnlabelled = false;
    std::vector<Neighbours> m_found;
};

} // namespace convscope
