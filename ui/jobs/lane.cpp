#include "ui/jobs/lane.h"

#include "ui/jobs/joblist.h"
#include "ui/jobs/lanestate.h"
#include "ui/jobs/watchdog.h"
#include "ui/present/guithread.h"

#include <utility>

namespace convscope {

using detail::Watchdog;

Lane::Lane(int threads, QObject *parent)
    : QObject(parent)
    , m_state(std::make_shared<detail::LaneState>())
{
    assertGuiThread(Q_FUNC_INFO);
    m_state->clock.start();
    m_state->lane = this;
    m_state->jobsChanged = [this] { Q_EMIT jobsChanged(); };
    m_state->deviceLost = [this](const Error &error) { Q_EMIT deviceLost(error); };
    m_watchdog = std::make_unique<Watchdog>(m_state, threads);
    connect(m_watchdog.get(), &Watchdog::silenceChanged, this, &Lane::silenceChanged);
    connect(m_watchdog.get(), &Watchdog::gaveUp, this, &Lane::gaveUp);
}

/// The watchdog goes first, while replies can still be sent here.
Lane::~Lane() { assertGuiThread(Q_FUNC_INFO); }

void Lane::setPatience(std::chrono::milliseconds silence, std::chrono::milliseconds end)
{
    assertGuiThread(Q_FUNC_INFO);
    m_watchdog->setPatience(silence, end);
}

const std::optional<JobInfo> &Lane::silentJob() const
{
    assertGuiThread(Q_FUNC_INFO);
    return m_watchdog->silentJob();
}

bool Lane::hasLeftThreads() { return detail::LaneThread::hasLeftAny(); }

JobHandle Lane::enqueue(std::shared_ptr<detail::Job> job)
{
    assertGuiThread(Q_FUNC_INFO);
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->schedule.add(job);
    }
    m_state->changed.notify_one();
    m_watchdog->wake();
    if (!job->m_spec.title.isEmpty())
        Q_EMIT jobsChanged();
    return JobHandle(std::move(job), m_state);
}

QList<JobInfo> Lane::jobs() const
{
    assertGuiThread(Q_FUNC_INFO);
    return detail::listedJobs(*m_state);
}

void Lane::stop(quint64 id)
{
    assertGuiThread(Q_FUNC_INFO);
    if (const auto stopped = detail::stopListed(*m_state, id))
        stopRequested({*stopped});
}

void Lane::stopFirst()
{
    assertGuiThread(Q_FUNC_INFO);
    if (const auto stopped = detail::stopFirst(*m_state))
        stopRequested(*stopped);
}

void Lane::stopAll()
{
    assertGuiThread(Q_FUNC_INFO);
    stopRequested(detail::stopAll(*m_state));
}

void Lane::stopRequested(const QList<JobInfo> &jobs)
{
    m_state->changed.notify_all();
    m_watchdog->look(); // a silent step is given up at once
    Q_EMIT jobsChanged();
    if (!jobs.isEmpty())
        Q_EMIT stopAsked(jobs);
}

} // namespace convscope
