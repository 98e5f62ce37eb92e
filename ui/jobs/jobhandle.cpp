#include "ui/jobs/jobhandle.h"

#include "ui/jobs/lanestate.h"
#include "ui/present/guithread.h"

#include <utility>

namespace convscope {

using detail::Job;

JobHandle::JobHandle(std::shared_ptr<Job> job, std::shared_ptr<detail::LaneState> lane)
    : m_job(std::move(job))
    , m_lane(std::move(lane))
{
}

JobHandle &JobHandle::operator=(JobHandle &&other)
{
    if (this != &other) {
        drop();
        m_job = std::move(other.m_job);
        m_lane = std::move(other.m_lane);
    }
    return *this;
}

JobHandle::~JobHandle() { drop(); }

void JobHandle::stop()
{
    if (isActive())
        m_lane->request(*m_job, Job::Request::Stop);
}

void JobHandle::drop()
{
    if (isActive()) {
        m_job->m_active = false;
        m_lane->request(*m_job, Job::Request::Drop);
    }
    m_job.reset();
    m_lane.reset();
}

void JobHandle::pause() { setPaused(true); }

void JobHandle::resume() { setPaused(false); }

void JobHandle::setPaused(bool paused)
{
    if (isActive())
        m_lane->setPaused(*m_job, paused);
}

bool JobHandle::isBehind() const { return isActive() && m_lane->isBehind(*m_job); }

bool JobHandle::isActive() const
{
    if (!m_job)
        return false;
    assertGuiThread(Q_FUNC_INFO);
    return m_job->m_active;
}

bool JobHandle::isStopping() const { return isActive() && m_lane->isStopping(*m_job); }

} // namespace convscope
