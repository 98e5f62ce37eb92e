#pragma once

#include "core/computation.h"
#include "core/data/photoset.h"
#include "core/error.h"
#include "core/index/indexfolder.h"

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace convscope {

/// What there is to do until an index is that of a folder as it is now.
struct IndexWork
{
    std::vector<std::size_t> todo; ///< places in the set, in the order of the photos' names
    std::vector<bool> isDropped; ///< for each photo of the index, whether it has gone or has changed
    std::vector<std::optional<std::size_t>> places; ///< for each photo of the index, its place in the set
    std::size_t fresh = 0; ///< photos that the index has never seen
    std::size_t changed = 0; ///< photos that are others now
    std::size_t hashed = 0; ///< photos whose bytes were read, since only their time differs
    std::size_t touched = 0; ///< of these, those that are the same: they have new times now
    std::size_t gone = 0; ///< photos of the index that are not in the folder any more
    /// So many photos have gone or changed that lists are too short to be shown: all photos are run again.
    bool isBegunAnew = false;

    bool isCurrent() const { return todo.empty() && gone == 0; }
};

/// Compares what an index knows with the folder: by name, size and time of change, and where only the time
/// differs by the bytes. Photos that could not be read count as known while they stay the same. Takes up the
/// new times.
IndexWork workOf(std::vector<IndexedPhoto> &known, const PhotoSet &set);

/// One of several programs that build an index together.
struct Shard
{
    int index = 0; ///< from 0
    int count = 1;
};

struct IndexRunOptions
{
    int block = 256; ///< photos that are lost at most when the program is killed
    std::optional<Shard> shard = {}; ///< of blocks; nothing is merged then
    bool isAnew = false; ///< all photos are run again, and what is there is not even read
    /// For how many bytes the values of single photos are kept: of all photos, or of a sample.
    std::size_t maxValueBytes = std::size_t(256) << 20;
};

/// What a run is told of one photo after the other.
struct IndexedAnswer
{
    std::size_t place; ///< in the set
    const IndexedPhoto &photo;
    const Prediction *said; ///< null where it failed
    const Error *error; ///< why
};

/// Builds an index, or brings one up to date: runs the network on photos that it does not know, one a step,
/// writes them block by block, and merges the blocks at the end. What has been written is not done again,
/// however the program ended before.
class IndexRun : public Computation
{
public:
    using Hear = std::function<void(const IndexedAnswer &)>;

    /// The network must outlive the run. `about` has the key.
    IndexRun(const Network &network, IndexPlan plan, std::shared_ptr<const PhotoSet> set, IndexFolder folder,
        IndexFolder::About about, IndexRunOptions options = {}, Hear hear = {});
    ~IndexRun() override;

    /// Throws Error: CannotWrite, IndexBusy, IndexOfOther, and what reading an index throws; OutOfMemory and
    /// Internal of the network. A photo that cannot be read does not end it.
    bool step() override;
    Progress progress() const override; ///< in photos, of those that are to be run
    /// Merges what has been run so far. Call it when the run is stopped early. Of an index that is begun anew
    /// it is kept as a block, and what was there stays until all photos have been run; of a shard it does
    /// nothing.
    void settle();

    const IndexWork &work() const;
    /// Photos that failed in this run, with why.
    const std::vector<Error> &failures() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// What a merge found.
struct MergeReport
{
    std::size_t merged = 0; ///< blocks
    std::vector<std::size_t> missing = {}; ///< numbers of blocks that are not there yet
    std::vector<std::size_t> damaged = {}; ///< numbers of blocks that cannot be read: their shards are to run
    std::size_t blocks = 0; ///< that there should be
    std::size_t photos = 0; ///< in the index then
};

/// Merges the blocks that shards have written. While some are missing or damaged nothing is changed, unless
/// `isPartial`. Throws Error: IndexMissing, IndexBusy, CannotWrite, and what reading an index throws.
MergeReport mergeShards(const IndexFolder &folder, bool isPartial = false);

} // namespace convscope
