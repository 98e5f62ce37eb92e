#include "ui/jobs/joblist.h"

#include <algorithm>

namespace convscope::detail {

namespace {

QList<JobInfo> infosOf(const Schedule::Jobs &jobs)
{
    QList<JobInfo> infos;
    for (const auto &job : jobs)
        infos << infoOf(*job);
    return infos;
}

/// Stops all jobs whose step is silent, listed or not. Returns whether there was one. The mutex is held.
bool stopSilent(LaneState &lane)
{
    bool any = false;
    for (const auto &job : lane.schedule.jobs()) {
        if (lane.isSilent(*job)) {
            lane.stop(*job);
            any = true;
        }
    }
    return any;
}

} // namespace

JobInfo infoOf(const Job &job)
{
    return {job.m_order, job.m_spec.urgency, job.m_spec.title.text(), job.m_progress,
        job.m_stepping || job.m_busy.count() > 0,
        std::chrono::duration_cast<std::chrono::milliseconds>(job.m_busy), job.m_spec.begin.done,
        job.m_spec.again, job.m_unwanted, job.m_spec.canAgain, job.m_spec.title, job.m_spec.kind};
}

QList<JobInfo> listedJobs(LaneState &lane)
{
    const std::lock_guard lock(lane.mutex);
    return infosOf(lane.schedule.listed());
}

std::optional<JobInfo> stopListed(LaneState &lane, quint64 id)
{
    const std::lock_guard lock(lane.mutex);
    for (const auto &job : lane.schedule.listed()) {
        if (job->m_order == id) {
            JobInfo info = infoOf(*job); // as it was before
            lane.stop(*job);
            return info;
        }
    }
    return {};
}

std::optional<QList<JobInfo>> stopFirst(LaneState &lane)
{
    const std::lock_guard lock(lane.mutex);
    const Schedule::Jobs listed = lane.schedule.listed();
    if (stopSilent(lane))
        return QList<JobInfo>();
    if (listed.empty())
        return {};
    QList<JobInfo> stopped = {infoOf(*listed.front())};
    lane.stop(*listed.front());
    return stopped;
}

QList<JobInfo> stopAll(LaneState &lane)
{
    const std::lock_guard lock(lane.mutex);
    const Schedule::Jobs listed = lane.schedule.listed();
    QList<JobInfo> stopped = infosOf(listed);
    for (const auto &job : listed)
        lane.stop(*job);
    stopSilent(lane);
    return stopped;
}

} // namespace convscope::detail
