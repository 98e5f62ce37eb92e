#pragma once

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

/// The index of a network and photos: in `asked`, or in the user's cache where that is empty. `layers`:
/// places in NetworkInfo::layers; empty: all convolutions and their activation functions. The folder is empty
/// where there is no home to keep it in. Throws Error.
IndexSource indexSource(const Network &network, const std::filesystem::path &networkFile, const PhotoSet &set,
    const std::filesystem::path &asked = {}, const std::vector<int> &layers = {});

} // namespace convscope
