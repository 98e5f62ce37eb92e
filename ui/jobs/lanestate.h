#pragma once

#include "ui/jobs/schedule.h"
#include "ui/jobs/silence.h"

#include <QElapsedTimer>
#include <QObject>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace convscope::detail {

/// What a lane, its threads and the handles of its jobs share: the jobs, what is asked of them, and the way
/// of their replies to the GUI thread. Each of the owners may be the last that is there.
struct LaneState
{
    std::mutex mutex; ///< guards all that follows, and the members of Job that say so
    std::condition_variable changed; ///< there may be something to step, or the lane ends
    std::condition_variable threadEnded;
    QElapsedTimer clock;
    Schedule schedule;
    Silence silence;
    bool quit = false;
    QObject *lane = nullptr; ///< receives the replies; null once the lane ends
    std::function<void()> jobsChanged; ///< the lane's signal; called on the GUI thread while the lane lives
    std::function<void(const Error &)> deviceLost; ///< the lane's signal, called alike
    bool changeAnnounced = false; ///< a call of jobsChanged is on its way

    // These take the mutex.
    void request(Job &job, Job::Request request);
    void setPaused(Job &job, bool paused);
    bool isBehind(const Job &job);
    bool isStopping(const Job &job);
    /// Sends a reply, if there is one, to the owner of the job, who hears nothing after the last one.
    void send(const std::shared_ptr<Job> &job, Job::Reply reply, bool last);

    // Whoever calls these holds the mutex.
    bool isSilent(const Job &job) const { return silence.isSilent(job, clock.elapsed()); }
    void stop(Job &job);
    void post(const std::shared_ptr<Job> &job, Job::Reply reply, bool last);
    /// Calls jobsChanged soon; several announcements before that make one call.
    void announceChange();
    /// Calls deviceLost soon.
    void announceLost(const Error &error);
    /// Ends the lane: nothing is stepped from here on, and nobody hears of its jobs.
    void end();
};

} // namespace convscope::detail
