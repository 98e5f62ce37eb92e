#include "ui/present/keptindexes.h"

#include "core/error.h"

#include <algorithm>

namespace convscope {

namespace fs = std::filesystem;

namespace {

constexpr auto ending = ".index";

qint64 bytesIn(const fs::path &folder)
{
    qint64 bytes = 0;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        std::error_code gone;
        const auto size = at->is_regular_file(gone) ? at->file_size(gone) : 0;
        bytes += gone ? 0 : qint64(size);
    }
    return bytes;
}

} // namespace

fs::path keptIndex(const KeptKey &key)
{
    fs::path file = keptFile(key);
    return file.empty() ? file : file.replace_extension(ending);
}

std::vector<KeptIndex> keptIndexes()
{
    std::vector<KeptIndex> all;
    std::error_code error;
    for (fs::directory_iterator network(keptFolder(), error), end; !error && network != end;
         network.increment(error)) {
        std::error_code inside;
        for (fs::directory_iterator at(network->path(), inside); !inside && at != end; at.increment(inside)) {
            std::error_code gone;
            if (at->path().extension() != ending || !at->is_directory(gone))
                continue;
            const fs::file_time_type used = fs::last_write_time(IndexFolder(at->path()).aboutFile(), gone);
            all.push_back({at->path(), gone ? fs::file_time_type::min() : used, bytesIn(at->path())});
        }
    }
    std::ranges::sort(all, std::greater(), &KeptIndex::used);
    return all;
}

void shrinkIndexes(qint64 max, const fs::path &spared)
{
    qint64 total = 0;
    for (const KeptIndex &each : keptIndexes()) {
        total += each.bytes;
        if (total <= max || each.folder == spared)
            continue;
        try {
            removeIndex(each.folder);
            total -= each.bytes;
        } catch (const Error &) { // it is being built, or must stay
        }
    }
}

void touchIndex(const fs::path &folder)
{
    std::error_code ignored;
    fs::last_write_time(IndexFolder(folder).aboutFile(), fs::file_time_type::clock::now(), ignored);
}

void removeIndexes()
{
    std::optional<Error> problem;
    for (const KeptIndex &each : keptIndexes()) {
        try {
            removeIndex(each.folder);
        } catch (const Error &error) {
            if (!problem)
                problem = error;
        }
    }
    if (problem)
        throw Error(*problem);
}

void removeIndex(const fs::path &folder) { IndexFolder(folder).remove(); }

} // namespace convscope
