#include "ui/jobs/lane.h"

#include <QElapsedTimer>
#include <QThread>
#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <new>

namespace convscope {

namespace detail {

constexpr qint64 reportEveryMs = 50;
constexpr qint64 snapshotEveryNs = 500'000'000;
/// A snapshot that took t is the last for this many t: however large a result is, snapshots slow its
/// computation by no more than a hundredth.
constexpr qint64 snapshotRest = 100;

struct LaneQueue
{
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::shared_ptr<Job>> jobs;
    QElapsedTimer clock;
    quint64 started = 0;
    bool quit = false;
    bool changeAnnounced = false; ///< a jobsChanged is on its way
    std::function<void()> announceChange; ///< of the lane, while it lives; called with the mutex held

    /// The job to step next, out of those that no other thread is stepping. The mutex is held.
    std::shared_ptr<Job> mostUrgent() const
    {
        std::shared_ptr<Job> best;
        for (const auto &job : jobs) {
            if (!job->m_stepping && !isResting(*job) && (!best || goesBefore(*job, *best)))
                best = job;
        }
        return best;
    }

    static bool isResting(const Job &job) { return job.m_paused && job.m_request == Job::Request::None; }

    /// Whether people see it among the jobs.
    static bool isListed(const Job &job)
    {
        return !job.m_spec.title.isEmpty() && job.m_request == Job::Request::None && !job.m_paused;
    }

    static bool goesBefore(const Job &a, const Job &b)
    {
        const bool aEnds = a.m_request != Job::Request::None;
        const bool bEnds = b.m_request != Job::Request::None;
        if (aEnds != bEnds)
            return aEnds;
        if (a.m_spec.urgency != b.m_spec.urgency)
            return a.m_spec.urgency < b.m_spec.urgency;
        return a.m_order > b.m_order;
    }

    void setPaused(Job &job, bool paused)
    {
        {
            const std::lock_guard lock(mutex);
            job.m_paused = paused;
            if (announceChange && !job.m_spec.title.isEmpty())
                announceChange();
        }
        changed.notify_one();
    }

    void request(Job &job, Job::Request request)
    {
        {
            const std::lock_guard lock(mutex);
            if (job.m_request != Job::Request::Drop)
                job.m_request = request;
        }
        changed.notify_one();
    }
};

namespace {

struct StepResult
{
    bool more = false;
    Job::Reply reply; ///< the last one, if no more follows; a snapshot, or nothing, otherwise
};

Job::Reply failure(Job &job, ErrorKind kind, const char *text)
{
    return job.failed(Error(kind, {}, text ? std::vector<std::string>{text} : std::vector<std::string>{}));
}

Job::Reply snapshotIfDue(Job &job, const QElapsedTimer &clock)
{
    const qint64 now = clock.nsecsElapsed();
    if (job.m_nextSnapshot == 0)
        job.m_nextSnapshot = now + snapshotEveryNs;
    if (now < job.m_nextSnapshot)
        return {};
    Job::Reply reply = job.snapshot();
    const qint64 taken = clock.nsecsElapsed() - now;
    if (reply)
        job.m_nextSnapshot = now + std::max(snapshotEveryNs, snapshotRest * taken);
    return reply;
}

/// Steps, or ends the job if that is asked; nothing is thrown.
StepResult advance(Job &job, Job::Request request, const QElapsedTimer &clock)
{
    try {
        if (request == Job::Request::Drop) {
            job.abandon();
            return {};
        }
        if (request == Job::Request::Stop)
            return {false, job.stopped()};
        if (job.step())
            return {true, snapshotIfDue(job, clock)};
        return {false, job.done()};
    } catch (const Error &error) {
        return {false, job.failed(error)};
    } catch (const std::bad_alloc &) {
        return {false, failure(job, ErrorKind::OutOfMemory, nullptr)};
    } catch (const std::exception &error) {
        return {false, failure(job, ErrorKind::Internal, error.what())};
    } catch (...) {
        return {false, failure(job, ErrorKind::Internal, "unknown exception")};
    }
}

} // namespace

} // namespace detail

using detail::Job;

JobHandle::JobHandle(std::shared_ptr<Job> job, std::shared_ptr<detail::LaneQueue> queue)
    : m_job(std::move(job))
    , m_queue(std::move(queue))
{
}

JobHandle &JobHandle::operator=(JobHandle &&other)
{
    if (this != &other) {
        drop();
        m_job = std::move(other.m_job);
        m_queue = std::move(other.m_queue);
    }
    return *this;
}

JobHandle::~JobHandle() { drop(); }

void JobHandle::stop()
{
    if (isActive())
        m_queue->request(*m_job, Job::Request::Stop);
}

void JobHandle::drop()
{
    if (isActive()) {
        m_job->m_active = false;
        m_queue->request(*m_job, Job::Request::Drop);
    }
    m_job.reset();
    m_queue.reset();
}

void JobHandle::pause() { setPaused(true); }

void JobHandle::resume() { setPaused(false); }

void JobHandle::setPaused(bool paused)
{
    if (isActive())
        m_queue->setPaused(*m_job, paused);
}

bool JobHandle::isActive() const { return m_job && m_job->m_active; }

Lane::Lane(int threads, QObject *parent)
    : QObject(parent)
    , m_queue(std::make_shared<detail::LaneQueue>())
{
    m_queue->clock.start();
    m_queue->announceChange = [this] { announceChange(); };
    for (int i = 0; i < std::max(1, threads); ++i)
        m_threads.emplace_back([this] { work(); });
}

Lane::~Lane()
{
    {
        const std::lock_guard lock(m_queue->mutex);
        m_queue->quit = true;
        m_queue->announceChange = {};
    }
    m_queue->changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

JobHandle Lane::enqueue(std::shared_ptr<Job> job)
{
    {
        const std::lock_guard lock(m_queue->mutex);
        job->m_order = ++m_queue->started;
        m_queue->jobs.push_back(job);
    }
    m_queue->changed.notify_one();
    if (!job->m_spec.title.isEmpty())
        Q_EMIT jobsChanged();
    return JobHandle(std::move(job), m_queue);
}

void Lane::work()
{
    std::unique_lock lock(m_queue->mutex);
    while (true) {
        std::shared_ptr<Job> job;
        m_queue->changed.wait(lock, [&] { return m_queue->quit || (job = m_queue->mostUrgent()); });
        if (m_queue->quit)
            return;
        const Job::Request request = job->m_request;
        job->m_stepping = true;
        lock.unlock();

        Q_ASSERT(QThread::currentThread() != thread());
        const qint64 begun = m_queue->clock.nsecsElapsed();
        detail::StepResult result = detail::advance(*job, request, m_queue->clock);
        const std::chrono::nanoseconds took(m_queue->clock.nsecsElapsed() - begun);
        const Progress progress = job->progress();

        lock.lock();
        job->m_stepping = false;
        job->m_progress = progress;
        job->m_busy += took;
        if (!result.more)
            std::erase(m_queue->jobs, job);
        const qint64 now = m_queue->clock.elapsed();
        const bool due = now - job->m_lastReport >= detail::reportEveryMs;
        if (due)
            job->m_lastReport = now;
        if (!job->m_spec.title.isEmpty() && (due || !result.more))
            announceChange();
        lock.unlock();

        report(job, std::move(result.reply), !result.more);
        if (result.more && due)
            report(job, job->progressed(progress), false);
        job.reset(); // without the lock: this may be the last owner of a network
        lock.lock();
    }
}

void Lane::report(const std::shared_ptr<Job> &job, Job::Reply reply, bool last)
{
    if (!reply)
        return;
    QMetaObject::invokeMethod(
        this,
        [job, reply = std::move(reply), last] {
            if (!job->m_active)
                return;
            if (last)
                job->m_active = false;
            reply();
        },
        Qt::QueuedConnection);
}

/// The mutex is held.
void Lane::announceChange()
{
    if (m_queue->changeAnnounced)
        return;
    m_queue->changeAnnounced = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            {
                const std::lock_guard lock(m_queue->mutex);
                m_queue->changeAnnounced = false;
            }
            Q_EMIT jobsChanged();
        },
        Qt::QueuedConnection);
}

QList<JobInfo> Lane::jobs() const
{
    std::vector<std::shared_ptr<Job>> listed;
    const std::lock_guard lock(m_queue->mutex);
    for (const auto &job : m_queue->jobs) {
        if (detail::LaneQueue::isListed(*job))
            listed.push_back(job);
    }
    std::sort(listed.begin(), listed.end(),
        [](const auto &a, const auto &b) { return detail::LaneQueue::goesBefore(*a, *b); });
    QList<JobInfo> infos;
    for (const auto &job : listed)
        infos.append({job->m_order, job->m_spec.urgency, job->m_spec.title, job->m_progress,
            job->m_stepping || job->m_busy.count() > 0,
            std::chrono::duration_cast<std::chrono::milliseconds>(job->m_busy)});
    return infos;
}

void Lane::stop(quint64 id)
{
    {
        const std::lock_guard lock(m_queue->mutex);
        const auto job = std::find_if(m_queue->jobs.begin(), m_queue->jobs.end(),
            [id](const auto &each) { return each->m_order == id && detail::LaneQueue::isListed(*each); });
        if (job == m_queue->jobs.end())
            return;
        (*job)->m_request = Job::Request::Stop;
    }
    m_queue->changed.notify_one();
    Q_EMIT jobsChanged();
}

void Lane::stopNewest()
{
    {
        const std::lock_guard lock(m_queue->mutex);
        const auto newest = std::find_if(m_queue->jobs.rbegin(), m_queue->jobs.rend(),
            [](const auto &job) { return detail::LaneQueue::isListed(*job); });
        if (newest == m_queue->jobs.rend())
            return;
        (*newest)->m_request = Job::Request::Stop;
    }
    m_queue->changed.notify_one();
    Q_EMIT jobsChanged();
}

void Lane::stopAll()
{
    {
        const std::lock_guard lock(m_queue->mutex);
        for (const auto &job : m_queue->jobs) {
            if (detail::LaneQueue::isListed(*job))
                job->m_request = Job::Request::Stop;
        }
    }
    m_queue->changed.notify_all();
    Q_EMIT jobsChanged();
}

} // namespace convscope
