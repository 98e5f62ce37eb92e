#pragma once

#include "core/computation.h"
#include "core/data/photoset.h"
#include "ui/present/keptanswers.h"

#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace convscope {

/// The bytes of a photo's path, below the set's folder where it lies there.
std::string nameBelow(const PhotoSet &set, const PhotoRef &photo);

/// Of these photos, whatever folder the program was started in. Photos named one by one are known by all
/// their names.
std::filesystem::path keyFolder(const PhotoSet &set);

/// Finds what is kept of a network and a set of photos. Not for the GUI thread: it hashes the network and
/// looks at each photo.
class KeptReading : public Computation
{
public:
    struct Result
    {
        QString networkHash; ///< empty where the file is not the network that was opened any more
        std::vector<std::pair<int, std::shared_ptr<const KeptAnswer>>> answers; ///< by place in the set
        bool touched = false; ///< some photos are the same, but have a new stamp
    };

    /// `networkHash` where it is known already.
    KeptReading(NetworkSource source, QString networkHash, std::shared_ptr<const PhotoSet> set);

    bool step() override;
    Progress progress() const override;
    const Result &result() const { return m_result; }

private:
    bool hashNetwork();
    void read();
    void look(int place);

    NetworkSource m_source;
    std::shared_ptr<const PhotoSet> m_set;
    bool m_read = false;
    std::unordered_map<std::string, KeptAnswer> m_kept; ///< by the photo's name
    int m_next = 0;
    Result m_result;
};

/// Keeps what the network has said, with what other programs have kept meanwhile of other photos of the set.
/// An answer without a hash gets one where its photo is older than `since`, a time of the clock that files
/// have; else it is left out. Throws Error: CannotWrite.
void keep(const KeptKey &key, const PhotoSet &set,
    const std::vector<std::shared_ptr<const KeptAnswer>> &answers, std::int64_t since);

} // namespace convscope
