#pragma once

#include "core/index/indexfolder.h"
#include "ui/present/keptanswers.h"

#include <filesystem>
#include <vector>

namespace convscope {

// Indexes of filters lie in the user's cache, beside what the same network has said to the same photos.

/// Where the index of a network and a folder of photos lies unless somebody says where; empty where there is
/// no home.
std::filesystem::path keptIndex(const KeptKey &key);

/// An index in the cache.
struct KeptIndex
{
    std::filesystem::path folder;
    std::filesystem::file_time_type used;
    qint64 bytes = 0;
};

/// All of them, the one that was used last first.
std::vector<KeptIndex> keptIndexes();

/// For all indexes together.
constexpr qint64 maxIndexBytes = qint64(4) << 30;
/// Removes those that were used longest ago until the rest is not larger than that; `spared` stays.
void shrinkIndexes(qint64 max, const std::filesystem::path &spared = {});
/// Says that an index is being used.
void touchIndex(const std::filesystem::path &folder);
/// Removes all of them but those that are being built. Throws Error: CannotWrite, of the first that stays.
void removeIndexes();
/// Removes one, as IndexFolder::remove() does and with what it throws.
void removeIndex(const std::filesystem::path &folder);

} // namespace convscope
