#pragma once

#include "core/index/filterindex.h"
#include "core/index/indexrun.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <chrono>
#include <memory>
#include <optional>

namespace convscope {

// What is said of an index of filters, in the window and on the command line.

/// How an index stands to a folder as it is now.
struct IndexStanding
{
    std::int64_t known = 0; ///< photos of the folder that the index knows
    std::int64_t photos = 0; ///< in the folder
    std::int64_t fresh = 0;
    std::int64_t changed = 0;
    std::int64_t gone = 0; ///< photos of the index that are not there any more
    std::int64_t counted = 0; ///< photos in the statistics
    std::int64_t countedGone = 0; ///< of these, those that have gone or changed
    std::int64_t touched = 0; ///< are the same, with another time
    std::int64_t failed = 0; ///< could not be read
    std::int64_t relabelled = 0; ///< have another true class now than the class means count them with
    bool isBuilt = false; ///< something has been merged
    std::size_t blocks = 0; ///< written by a run that did not end, or by shards
    std::size_t planned = 0; ///< blocks that shards are to write; 0: none run
    std::size_t plannedThere = 0; ///< of these, those that have been written

    bool isCurrent() const { return isBuilt && known == photos && gone == 0; }
};

/// An index beside a folder.
struct IndexView
{
    IndexStanding standing;
    std::shared_ptr<const FilterIndex> index; ///< null where nothing has been merged
    std::vector<IndexedPhoto> known; ///< its photos
    IndexWork work;
};

/// Looks at all photos of the set on disk. Throws what FilterIndex throws, but IndexMissing.
IndexView viewOf(const IndexFolder &folder, const PhotoSet &set);
IndexStanding standingOf(const IndexFolder &folder, const PhotoSet &set);

/// One sentence. `perPhoto`: how long a photo takes; none: not known.
QString standingText(const IndexStanding &standing, std::optional<std::chrono::milliseconds> perPhoto = {});
/// The same as JSON, with the index's folder.
QByteArray standingJson(const IndexStanding &standing, const std::filesystem::path &folder);
/// What an index tells of itself, without its photos: what would have to be compared with them is null.
QByteArray indexJson(const FilterIndex &index, const std::filesystem::path &folder);
/// What one should know of the statistics; empty where they are of the photos that are there, with their
/// classes.
QString countedText(const IndexStanding &standing);

/// "dead on all 1,298 photos", "answers like filter 12 (cosine 0.97)", "fires for ice cream", …; empty where
/// nothing is to be said. `names`: of the classes.
QStringList triageTexts(const FilterTriage &triage, const FilterSummary &summary, const QStringList &names);

/// What is told of a filter in numbers: a line for each. `names`: of the classes.
QStringList summaryTexts(const FilterSummary &summary, const QStringList &names);

/// Of one filter: the ranked photos, and what it does over all of them.
struct FilterReport
{
    IndexedLayer layer;
    int filter = 0;
    FilterSummary summary;
    FilterTriage triage;
    std::vector<RankedPhoto> most;
    std::vector<RankedPhoto> least;
    std::vector<std::string> photos; ///< names of the photos of both, in that order
    std::vector<SimilarFilter> similar;
};
FilterReport reportOf(const FilterIndex &index, const IndexedLayer &layer, int filter, std::size_t most);
QString filterText(const FilterReport &report, const QStringList &classNames);
QByteArray filterJson(
    const FilterReport &report, const QStringList &classNames, const IndexStanding &standing);

/// Of a layer: a line a filter.
QString layerText(const FilterIndex &index, const IndexedLayer &layer, const QStringList &classNames);
QByteArray layerJson(const FilterIndex &index, const IndexedLayer &layer, const IndexStanding &standing);

} // namespace convscope
