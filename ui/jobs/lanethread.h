#pragma once

#include "ui/jobs/lanestate.h"

#include <memory>
#include <thread>

namespace convscope::detail {

/// A thread of a lane. It steps the job that is next, again and again, until the lane ends or leaves the
/// thread behind. It uses nothing of the lane but the state, as it may outlive the lane.
class LaneThread
{
public:
    explicit LaneThread(const std::shared_ptr<LaneState> &lane);

    // Whoever calls these holds the lane's mutex.
    /// The job that the thread steps; null between two steps.
    const std::shared_ptr<Job> &job() const { return m_standing->job; }
    bool hasEnded() const { return m_standing->ended; }
    /// From here on nobody waits for the thread, nor hears what it says.
    void leave();

    /// Waits until the thread has ended, unless it was left.
    void join();

    /// Whether any thread of any lane has been left. All threads may ask.
    static bool hasLeftAny();

private:
    /// What the thread is at; guarded by the lane's mutex.
    struct Standing
    {
        std::shared_ptr<Job> job;
        bool left = false;
        bool ended = false; ///< since the lane has ended
    };

    static bool serveNext(LaneState &lane, Standing &standing);

    std::shared_ptr<Standing> m_standing = std::make_shared<Standing>();
    std::thread m_thread;
};

} // namespace convscope::detail
