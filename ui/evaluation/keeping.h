#pragma once

#include "core/computation.h"
#include "core/data/photonames.h"
#include "ui/present/keptanswers.h"

#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace convscope {

/// What is known of photos: one a photo of a set, null where there is no answer.
using Told = std::vector<std::shared_ptr<const KeptAnswer>>;

/// Finds what is kept of a network and a set of photos, and whether what is known already still holds. Not
/// for the GUI thread: it hashes the network and looks at each photo.
class KeptReading : public Computation
{
public:
    using Answers = std::vector<std::pair<int, std::shared_ptr<const KeptAnswer>>>; ///< by place in the set

    struct Result
    {
        QString networkHash; ///< empty where the file is not the network that was opened any more
        Answers gone; ///< were known, but are not to the photos as they are now
        Answers answers; ///< to these
        bool touched = false; ///< some photos are the same, but have a new stamp
    };

    /// `networkHash` where it is known already. Without it, and without the network's stamp, nothing is
    /// looked for on disk.
    KeptReading(NetworkSource source, QString networkHash, std::shared_ptr<const PhotoSet> set, Told known);

    bool step() override;
    Progress progress() const override;
    const Result &result() const { return m_result; }

private:
    enum class Next
    {
        Network,
        Disk,
        Photos
    };

    void hashNetwork();
    void read();
    void look(int place);

    NetworkSource m_source;
    std::shared_ptr<const PhotoSet> m_set;
    Told m_known;
    Next m_step = Next::Network;
    std::unordered_map<std::string, std::shared_ptr<const KeptAnswer>> m_kept; ///< by the photo's name
    int m_next = 0;
    Result m_result;
};

/// Keeps what the network has said, with what other programs have kept meanwhile of other photos of the set.
/// An answer without a hash gets one where its photo still has the answer's stamp; else it is left out.
/// Throws Error: CannotWrite.
void keep(const KeptKey &key, const PhotoSet &set, const Told &answers);

} // namespace convscope
