#pragma once

#include "app/inputs.h"
#include "core/index/indexrun.h"
#include "ui/present/indexsource.h"
#include "ui/present/indextexts.h"

#include <optional>

namespace convscope {

/// The index of a network and photos: in `asked`, or in the user's cache where that is empty. `layers`: as on
/// the command line; empty: all convolutions and their activation functions. Throws Error and UsageError.
IndexSource indexSubject(const std::filesystem::path &asked, const std::filesystem::path &model,
    const Subject &subject, const PhotoSet &set, const std::vector<std::string> &layers);

/// Makes sure that an index is of this network, whose file has this SHA-256, asked in the way that was said.
/// Throws Error: IndexOfOther.
void requireIndexOf(const IndexFolder::About &index, const std::filesystem::path &folder,
    const QString &networkHash, const Subject &subject);

/// Builds the index, or brings it up to date, until the user stops it; tells what failed. Returns false where
/// it was stopped.
bool bringUpToDate(const IndexSource &index, const Subject &subject, const PhotoSet &set,
    const IndexRunOptions &options, Terminal &terminal);

/// Tells what one should know of the statistics: that they count photos that have gone, or other classes.
void tellCounted(const IndexStanding &standing, Terminal &terminal);

/// An index that is that of its photos, and how it stands to them.
struct CurrentIndex
{
    IndexFolder folder;
    IndexStanding standing;
};

/// The index in that place, built or brought up to date where it is not current, which is said. An index of
/// other layers than the usual ones keeps them. None where the user stopped it. Throws Error and UsageError.
std::optional<CurrentIndex> currentIndex(const std::filesystem::path &asked,
    const std::filesystem::path &model, const Subject &subject, const PhotoSet &set, Terminal &terminal);

} // namespace convscope
