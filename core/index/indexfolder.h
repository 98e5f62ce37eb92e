#pragma once

#include "core/index/indexfiles.h"

#include <memory>
#include <optional>

namespace convscope {

/// An index on disk:
///
///   index.json     format, key, which network and which photos it is of, and the name of the whole
///   whole-N/       what is known of all photos that have been merged
///   blocks/NAME/   photos that have been run since, block by block
///   lock           locked by who builds it; the system unlocks it when that program ends, however it ends
///
/// A name is only ever given to a folder that is complete, and index.json is replaced at once. So whatever
/// happens, the next reader finds an index as it was before or after.
class IndexFolder
{
public:
    /// What index.json tells.
    struct About
    {
        IndexKey key;
        std::string network; ///< file of the network, for people
        std::string photos; ///< folder of the photos, for people
        std::string split; ///< of the folder
        std::vector<std::string> classNames; ///< as the network calls them; may be empty
        std::vector<IndexedLayer> layers; ///< that it tells of, in the network's order
        std::string whole; ///< name of that folder; empty where nothing has been merged
        std::string plan; ///< SHA-256 of the names of the blocks that shards cut the photos into; or empty
        std::vector<std::string> blocks; ///< their names
        bool isAnew = false; ///< all photos are being run again; the next whole is of the blocks alone
    };

    explicit IndexFolder(std::filesystem::path root)
        : m_root(std::move(root))
    {
    }

    const std::filesystem::path &root() const { return m_root; }
    std::filesystem::path aboutFile() const { return m_root / "index.json"; }

    /// None where there is no index yet: no such folder, or one that holds nothing but what a run left that
    /// did not come to its end. Throws Error: NotAnIndex,
    /// IndexDamaged, IndexTooNew, CannotRead.
    std::optional<About> about() const;
    /// Makes the folder, or finds it made for this key. Throws Error: IndexOfOther, CannotWrite, and what
    /// about() throws.
    About begin(const About &about) const;
    /// Throws Error: CannotWrite.
    void write(const About &about) const;

    std::filesystem::path whole(const About &about) const { return m_root / about.whole; }
    std::filesystem::path block(const std::string &name) const { return m_root / "blocks" / name; }
    std::vector<std::string> blocks() const; ///< those that are there, sorted

    /// Removes what indexes make, and the folder where nothing else is in it. A damaged index can be removed
    /// too. Throws Error: NotAnIndex, where index.json is no index's, or is damaged or missing and other
    /// things lie beside it; IndexBusy, CannotRead, CannotWrite.
    void remove() const;

    /// Removes a block that is of no use.
    void removeBlock(const std::string &name) const;

    /// An empty tally of the right layers where nothing has been merged yet.
    IndexTally readWhole(const About &about) const;
    /// Throws what readTally() throws.
    IndexTally readBlock(const About &about, const std::string &name) const;
    /// The new whole takes the place of the old one, and the blocks in it go. Returns what index.json tells
    /// then. Throws Error: CannotWrite; then all is as before.
    About replaceWhole(About about, const IndexTally &tally) const;

private:
    std::filesystem::path m_root;
};

/// Held while an index is built: by one who builds all of it, or by any number who build shards.
class IndexLock
{
public:
    enum class Kind
    {
        Alone,
        Shared,
    };
    /// Throws Error: IndexBusy, CannotWrite.
    IndexLock(const std::filesystem::path &root, Kind kind);
    ~IndexLock();
    IndexLock(const IndexLock &) = delete;
    IndexLock &operator=(const IndexLock &) = delete;

private:
    int m_descriptor;
};

} // namespace convscope
