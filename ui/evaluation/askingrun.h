#pragma once

#include "core/computation.h"
#include "core/data/photoset.h"
#include "core/error.h"
#include "core/network/network.h"
#include "ui/present/keptanswers.h"

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace convscope {

/// What has become of the question about one photo.
struct Asked
{
    int place = 0; ///< in the set
    std::chrono::steady_clock::time_point at = {}; ///< before the photo was read
    std::shared_ptr<const KeptAnswer> answer = {}; ///< none where that failed
    std::optional<Error> error = {}; ///< why it did, with the photo's file
};

/// What the lane's thread has found out and the GUI thread has not fetched yet.
class AnswerBox
{
public:
    void post(Asked asked);
    std::vector<Asked> fetch();

private:
    std::mutex m_mutex;
    std::vector<Asked> m_asked;
};

/// Asks the network about the photos at some places of a set, one a step, and posts each answer.
class AskingRun : public Computation
{
public:
    AskingRun(std::shared_ptr<const Network> network, std::shared_ptr<const PhotoSet> set,
        std::vector<int> places, std::shared_ptr<AnswerBox> box);
    ~AskingRun() override;

    bool step() override;
    /// Of all photos of the set: those that are not asked have been.
    Progress progress() const override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
