#pragma once

#include "core/data/photoset.h"
#include "core/explain/evaluation.h"
#include "core/explain/networkpair.h"

#include <optional>
#include <vector>

namespace convscope {

/// A photo to which two networks say different classes.
struct DisagreedPhoto
{
    std::size_t photo = 0; ///< place in the set
    std::optional<int> label; ///< true class, as the first network numbers it; none where it is not known
    int first = 0; ///< what A says
    int second = 0; ///< what B says, as it numbers its classes
    std::optional<int> secondInFirst; ///< the same class of A; none where A does not know it

    bool operator==(const DisagreedPhoto &) const = default;
};

/// Where two networks agree over a set of photos, of those to which both have answered.
struct Disagreement
{
    int photos = 0; ///< answered by both
    // Of photos with a true class that both networks know:
    int bothRight = 0;
    int onlyFirst = 0; ///< only A is right; with the next one what McNemar's test compares
    int onlySecond = 0;
    int sameWrong = 0; ///< both say the same other class
    int otherWrong = 0; ///< both are wrong, each in its own way
    // Of all others:
    int sameUnlabelled = 0;
    int otherUnlabelled = 0;
    std::vector<DisagreedPhoto> differing; ///< in the order of the set

    int labelled() const { return bothRight + onlyFirst + onlySecond + sameWrong + otherWrong; }
};

/// `first` and `second` are what A and B have said to the photos of one set, each in its own numbers; the
/// labels are A's.
Disagreement compare(const Evaluation &first, const Evaluation &second, const std::vector<PhotoRef> &photos,
    const NetworkMatch &match);

/// What both networks said to the photos of a set.
struct ComparedEvaluations
{
    Evaluation first;
    Evaluation second; ///< in B's numbers
    Disagreement disagreement;
};

/// Asks both networks about each photo of a set; one photo a step. The result so far is valid at any time.
class DisagreementRun : public Computation
{
public:
    /// The pair must outlive the run.
    DisagreementRun(const NetworkPair &pair, std::vector<PhotoRef> photos);
    ~DisagreementRun() override;
    bool step() override;
    Progress progress() const override;
    ComparedEvaluations result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
