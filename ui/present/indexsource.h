#pragma once

#include "core/data/photoset.h"
#include "core/index/indexfolder.h"
#include "ui/present/keptanswers.h"

namespace convscope {

/// An index that is read or built: where it is, and what a new one is of.
struct IndexSource
{
    IndexFolder folder{std::filesystem::path()};
    IndexFolder::About about;
    IndexPlan plan;
};

/// The index of a network and photos: in `asked`, or in the user's cache where that is empty. `networkHash`:
/// SHA-256 of the network's file. The folder is empty where there is no home to keep it in. Does not run the
/// network.
IndexSource indexSource(const NetworkInfo &network, const IndexPlan &plan, const QString &networkHash,
    const PhotoSet &set, const std::filesystem::path &asked = {});

} // namespace convscope
