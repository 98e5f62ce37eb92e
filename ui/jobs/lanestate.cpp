#include "ui/jobs/lanestate.h"

#include <utility>

namespace convscope::detail {

void LaneState::request(Job &job, Job::Request request)
{
    {
        const std::lock_guard lock(mutex);
        if (request == Job::Request::Stop)
            stop(job);
        else
            job.m_request = request;
    }
    changed.notify_one();
}

void LaneState::setPaused(Job &job, bool paused)
{
    {
        const std::lock_guard lock(mutex);
        job.m_paused = paused;
        if (!job.m_spec.title.isEmpty())
            announceChange();
    }
    changed.notify_one();
}

bool LaneState::isBehind(const Job &job)
{
    const std::lock_guard lock(mutex);
    return schedule.isBehind(job);
}

bool LaneState::isStopping(const Job &job)
{
    const std::lock_guard lock(mutex);
    return job.m_request == Job::Request::Stop;
}

void LaneState::send(const std::shared_ptr<Job> &job, Job::Reply reply, bool last)
{
    if (!reply)
        return;
    const std::lock_guard lock(mutex);
    post(job, std::move(reply), last);
}

void LaneState::stop(Job &job)
{
    if (job.m_request != Job::Request::Drop)
        job.m_request = Job::Request::Stop;
    job.m_unwanted = job.m_unwanted || isSilent(job);
}

void LaneState::post(const std::shared_ptr<Job> &job, Job::Reply reply, bool last)
{
    if (!lane)
        return;
    QMetaObject::invokeMethod(
        lane,
        [job, reply = std::move(reply), last] {
            if (!job->m_active)
                return;
            if (last)
                job->m_active = false;
            reply();
        },
        Qt::QueuedConnection);
}

void LaneState::announceChange()
{
    if (!lane || changeAnnounced)
        return;
    changeAnnounced = true;
    QMetaObject::invokeMethod(
        lane,
        [this] { // lives as long as the lane, without which this is not called
            {
                const std::lock_guard lock(mutex);
                changeAnnounced = false;
            }
            jobsChanged();
        },
        Qt::QueuedConnection);
}

void LaneState::announceLost(const Error &error)
{
    if (lane)
        QMetaObject::invokeMethod(
            lane, [this, error] { deviceLost(error); }, Qt::QueuedConnection);
}

void LaneState::end()
{
    quit = true;
    lane = nullptr;
    changed.notify_all();
}

} // namespace convscope::detail
