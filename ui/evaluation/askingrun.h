#pragma once

#include "core/computation.h"
#include "core/data/photoset.h"
#include "core/network/network.h"
#include "ui/present/keptanswers.h"

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace convscope {

/// What the lane's thread has found out and the GUI thread has not fetched yet.
class AnswerBox
{
public:
    /// By place in the set; none where the photo cannot be read or has no answer.
    using Answers = std::vector<std::pair<int, std::shared_ptr<const KeptAnswer>>>;

    void post(int place, std::shared_ptr<const KeptAnswer> answer);
    Answers fetch();

private:
    std::mutex m_mutex;
    Answers m_answers;
};

/// Asks the network about the photos at some places of a set, one a step, and posts each answer.
class AskingRun : public Computation
{
public:
    AskingRun(std::shared_ptr<const Network> network, std::shared_ptr<const PhotoSet> set,
        std::vector<int> places, std::shared_ptr<AnswerBox> box);

    bool step() override;
    /// Of all photos of the set: those that are not asked have been.
    Progress progress() const override;

private:
    std::shared_ptr<const Network> m_network;
    std::shared_ptr<const PhotoSet> m_set;
    std::vector<int> m_places;
    std::shared_ptr<AnswerBox> m_box;
    std::size_t m_next = 0;
};

} // namespace convscope
