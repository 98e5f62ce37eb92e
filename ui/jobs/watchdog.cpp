#include "ui/jobs/watchdog.h"

#include "core/log.h"
#include "ui/jobs/joblist.h"

#include <algorithm>
#include <utility>

namespace convscope::detail {

using namespace std::chrono_literals;

Watchdog::Watchdog(std::shared_ptr<LaneState> lane, int threads)
    : m_lane(std::move(lane))
{
    connect(&m_timer, &QTimer::timeout, this, &Watchdog::look);
    for (int i = 0; i < std::max(1, threads); ++i)
        m_threads.emplace_back(m_lane);
}

Watchdog::~Watchdog()
{
    std::unique_lock lock(m_lane->mutex);
    m_lane->end();
    if (m_endPatience) {
        m_lane->threadEnded.wait_for(
            lock, *m_endPatience, [&] { return std::ranges::all_of(m_threads, &LaneThread::hasEnded); });
        for (LaneThread &thread : m_threads) {
            if (!thread.hasEnded())
                thread.leave();
        }
    }
    lock.unlock();
    for (LaneThread &thread : m_threads)
        thread.join();
}

void Watchdog::setPatience(std::chrono::milliseconds silence, std::chrono::milliseconds end)
{
    {
        const std::lock_guard lock(m_lane->mutex);
        m_lane->silence.setPatience(silence);
    }
    m_endPatience = end;
    m_timer.setInterval(std::clamp(silence / 10, 1ms, 1000ms));
    m_timer.start();
}

void Watchdog::wake()
{
    if (m_endPatience && !m_timer.isActive())
        m_timer.start();
}

void Watchdog::look()
{
    std::optional<JobInfo> silent;
    const QList<JobInfo> givenUp = giveUpUnwanted(silent);
    const bool changed = silent.has_value() != m_silent.has_value() || (silent && silent->id != m_silent->id);
    m_silent = std::move(silent);
    if (changed)
        Q_EMIT silenceChanged();
    for (const JobInfo &job : givenUp)
        Q_EMIT gaveUp(job);
    if (!givenUp.isEmpty())
        m_lane->jobsChanged();
}

/// Gives up the silent steps that nobody need wait for, and returns their jobs. `silent` becomes the first of
/// the others.
QList<JobInfo> Watchdog::giveUpUnwanted(std::optional<JobInfo> &silent)
{
    QList<JobInfo> givenUp;
    const std::lock_guard lock(m_lane->mutex);
    if (m_lane->schedule.jobs().empty())
        m_timer.stop();
    for (LaneThread &thread : m_threads) {
        const std::shared_ptr<Job> job = thread.job();
        if (!job || !m_lane->isSilent(*job))
            continue;
        const JobInfo info = infoOf(*job);
        if (job->m_unwanted || m_lane->schedule.networkWaits()) {
            giveUp(thread);
            givenUp << info;
        } else if (!silent) {
            silent = info;
        }
    }
    return givenUp;
}

/// The mutex is held.
void Watchdog::giveUp(LaneThread &thread)
{
    const std::shared_ptr<Job> job = thread.job(); // the thread goes on holding it
    log::warning("gave up a step that does not end: " + job->m_spec.title.text().toStdString());
    thread.leave();
    thread = LaneThread(m_lane);
    m_lane->schedule.remove(job);
    m_lane->silence.giveUp(job->m_spec.network);
    m_lane->silence.giveUp(job->m_spec.secondNetwork); // it is not known which of the two does not answer
    m_lane->post(job, job->givenUp(Error(ErrorKind::NetworkDoesNotAnswer)), true);
}

} // namespace convscope::detail
