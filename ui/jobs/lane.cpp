#include "ui/jobs/lane.h"

#include "core/log.h"

#include <QElapsedTimer>
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <new>

namespace convscope {

using namespace std::chrono_literals;

namespace detail {

constexpr qint64 reportEveryMs = 50;
constexpr qint64 snapshotEveryNs = 500'000'000;
/// A snapshot that took t is the last for this many t: however large a result is, snapshots slow its
/// computation by no more than a hundredth.
constexpr qint64 snapshotRest = 100;

/// What a thread of the lane is at; guarded by the queue's mutex.
struct LaneWorker
{
    std::shared_ptr<Job> job; ///< that it steps
    bool left = false; ///< nobody waits for it, nor hears what it says
    bool ended = false;
};

/// Shared by the lane, its threads and the handles, as each may be the last that is there.
struct LaneQueue
{
    std::mutex mutex;
    std::condition_variable changed;
    std::condition_variable workerEnded;
    std::vector<std::shared_ptr<Job>> jobs;
    QElapsedTimer clock;
    quint64 started = 0;
    bool quit = false;
    bool changeAnnounced = false; ///< a jobsChanged is on its way
    std::optional<std::chrono::milliseconds> patience;
    std::vector<std::weak_ptr<const void>> givenUp; ///< networks
    QObject *lane = nullptr; ///< while it lives; replies are sent there
    std::function<void()> announceChange; ///< of the lane, while it lives; called with the mutex held

    bool isSilent(const Job &job) const
    {
        return patience && job.m_stepping && clock.elapsed() - job.m_stepBegun >= patience->count();
    }

    /// A network that has died since is none that a job still holds, whatever its address.
    bool isGivenUp(const std::shared_ptr<const void> &network) const
    {
        return network && std::ranges::any_of(givenUp, [&](const std::weak_ptr<const void> &each) {
            return !each.owner_before(network) && !network.owner_before(each);
        });
    }

    bool networkWaits() const
    {
        return std::ranges::any_of(jobs, [](const std::shared_ptr<Job> &job) {
            return job->m_spec.urgency == Urgency::Open && !job->m_stepping
                && job->m_request == Job::Request::None;
        });
    }

    /// Nobody hears of a job whose lane has ended.
    void send(const std::shared_ptr<Job> &job, Job::Reply reply, bool last)
    {
        if (!reply)
            return;
        const std::lock_guard lock(mutex);
        post(job, std::move(reply), last);
    }

    /// The mutex is held.
    void post(const std::shared_ptr<Job> &job, Job::Reply reply, bool last)
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

    bool isBehind(const Job &job)
    {
        const std::lock_guard lock(mutex);
        return !job.m_stepping && std::ranges::any_of(jobs, [&](const std::shared_ptr<Job> &other) {
            return other.get() != &job && isListed(*other) && goesBefore(*other, job);
        });
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

    bool isStopping(const Job &job)
    {
        const std::lock_guard lock(mutex);
        return job.m_request == Job::Request::Stop;
    }

    /// The mutex is held.
    void stop(Job &job)
    {
        if (job.m_request != Job::Request::Drop)
            job.m_request = Job::Request::Stop;
        job.m_unwanted = job.m_unwanted || isSilent(job);
    }

    /// Whether there was a silent step, of a job that people see or not. The mutex is held.
    bool stopSilent()
    {
        bool any = false;
        for (const auto &job : jobs) {
            if (isSilent(*job)) {
                stop(*job);
                any = true;
            }
        }
        return any;
    }

    void request(Job &job, Job::Request request)
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

/// Steps, or ends the job if that is asked or its network was given up; nothing is thrown.
StepResult advance(Job &job, Job::Request request, bool givenUp, const QElapsedTimer &clock)
{
    try {
        if (request == Job::Request::Drop) {
            job.abandon();
            return {};
        }
        if (request == Job::Request::Stop)
            return {false, job.stopped()};
        if (givenUp)
            return {false, job.failed(Error(ErrorKind::NetworkDoesNotAnswer))};
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

JobInfo infoOf(const Job &job)
{
    return {job.m_order, job.m_spec.urgency, job.m_spec.title.text(), job.m_progress,
        job.m_stepping || job.m_busy.count() > 0,
        std::chrono::duration_cast<std::chrono::milliseconds>(job.m_busy), job.m_spec.begin.done,
        job.m_spec.again, job.m_unwanted, job.m_spec.canAgain, job.m_spec.title, job.m_spec.kind};
}

/// Serves the queue until that ends, or until nobody waits for this thread any more. Refers to nothing of the
/// lane, which it may outlive.
void work(const std::shared_ptr<LaneQueue> &queue, const std::shared_ptr<LaneWorker> &self)
{
    std::unique_lock lock(queue->mutex);
    while (true) {
        std::shared_ptr<Job> job;
        queue->changed.wait(lock, [&] { return queue->quit || (job = queue->mostUrgent()); });
        if (queue->quit)
            break;
        const Job::Request request = job->m_request;
        const bool givenUp = queue->isGivenUp(job->m_spec.network);
        job->m_stepping = true;
        job->m_stepBegun = queue->clock.elapsed();
        self->job = job;
        lock.unlock();

        const qint64 begun = queue->clock.nsecsElapsed();
        StepResult result = advance(*job, request, givenUp, queue->clock);
        const std::chrono::nanoseconds took(queue->clock.nsecsElapsed() - begun);
        const Progress progress = job->progress();

        lock.lock();
        self->job.reset();
        if (self->left) {
            lock.unlock();
            job->abandon();
            return;
        }
        job->m_stepping = false;
        job->m_progress = progress;
        job->m_busy += took;
        if (!result.more)
            std::erase(queue->jobs, job);
        const qint64 now = queue->clock.elapsed();
        const bool due = now - job->m_lastReport >= reportEveryMs;
        if (due)
            job->m_lastReport = now;
        if (!job->m_spec.title.isEmpty() && (due || !result.more) && queue->announceChange)
            queue->announceChange();
        lock.unlock();

        queue->send(job, std::move(result.reply), !result.more);
        if (result.more && due)
            queue->send(job, job->progressed(progress), false);
        job.reset(); // without the lock: this may be the last owner of a network
        lock.lock();
    }
    self->ended = true;
    queue->workerEnded.notify_all();
}

/// Set once and for good: a thread that ends after all may still be on its way out of its last function.
std::atomic<bool> threadsLeft = false;

void leave(std::thread &thread, LaneWorker &worker)
{
    worker.left = true;
    thread.detach();
    threadsLeft = true;
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

bool JobHandle::isBehind() const { return isActive() && m_queue->isBehind(*m_job); }

bool JobHandle::isActive() const { return m_job && m_job->m_active; }

bool JobHandle::isStopping() const { return isActive() && m_queue->isStopping(*m_job); }

Lane::Lane(int threads, QObject *parent)
    : QObject(parent)
    , m_queue(std::make_shared<detail::LaneQueue>())
{
    m_queue->clock.start();
    m_queue->lane = this;
    m_queue->announceChange = [this] { announceChange(); };
    connect(&m_watch, &QTimer::timeout, this, &Lane::watch);
    for (int i = 0; i < std::max(1, threads); ++i)
        m_workers.push_back(newWorker());
}

Lane::~Lane()
{
    std::unique_lock lock(m_queue->mutex);
    m_queue->quit = true;
    m_queue->lane = nullptr;
    m_queue->announceChange = {};
    m_queue->changed.notify_all();
    const auto ended = [](const Worker &worker) { return worker.state->ended; };
    if (m_endPatience)
        m_queue->workerEnded.wait_for(
            lock, *m_endPatience, [&] { return std::ranges::all_of(m_workers, ended); });
    for (Worker &worker : m_workers) {
        if (m_endPatience && !ended(worker))
            detail::leave(worker.thread, *worker.state);
    }
    lock.unlock();
    for (Worker &worker : m_workers) {
        if (worker.thread.joinable())
            worker.thread.join();
    }
}

Lane::Worker Lane::newWorker() const
{
    auto state = std::make_shared<detail::LaneWorker>();
    return {std::thread([queue = m_queue, state] { detail::work(queue, state); }), state};
}

void Lane::setPatience(std::chrono::milliseconds silence, std::chrono::milliseconds end)
{
    {
        const std::lock_guard lock(m_queue->mutex);
        m_queue->patience = silence;
    }
    m_endPatience = end;
    m_watch.setInterval(std::clamp(silence / 10, 1ms, 1000ms));
    m_watch.start();
}

bool Lane::hasLeftThreads() { return detail::threadsLeft; }

JobHandle Lane::enqueue(std::shared_ptr<Job> job)
{
    {
        const std::lock_guard lock(m_queue->mutex);
        job->m_order = ++m_queue->started;
        m_queue->jobs.push_back(job);
    }
    m_queue->changed.notify_one();
    if (m_endPatience && !m_watch.isActive())
        m_watch.start();
    if (!job->m_spec.title.isEmpty())
        Q_EMIT jobsChanged();
    return JobHandle(std::move(job), m_queue);
}

/// Tells of silent steps, and gives up those that the user need not wait for.
void Lane::watch()
{
    std::optional<JobInfo> silent;
    QList<JobInfo> givenUp;
    {
        const std::lock_guard lock(m_queue->mutex);
        if (m_queue->jobs.empty())
            m_watch.stop();
        for (Worker &worker : m_workers) {
            const std::shared_ptr<Job> &job = worker.state->job;
            if (!job || !m_queue->isSilent(*job))
                continue;
            const JobInfo info = detail::infoOf(*job);
            if (job->m_unwanted || m_queue->networkWaits()) {
                giveUp(worker);
                givenUp << info;
            } else if (!silent) {
                silent = info;
            }
        }
    }
    const bool changed = silent.has_value() != m_silent.has_value() || (silent && silent->id != m_silent->id);
    m_silent = silent;
    if (changed)
        Q_EMIT silenceChanged();
    for (const JobInfo &info : std::as_const(givenUp))
        Q_EMIT gaveUp(info);
    if (!givenUp.isEmpty())
        Q_EMIT jobsChanged();
}

/// The mutex is held.
void Lane::giveUp(Worker &worker)
{
    const std::shared_ptr<Job> job = worker.state->job; // which the thread holds as well
    log::warning("gave up a step that does not end: " + job->m_spec.title.text().toStdString());
    detail::leave(worker.thread, *worker.state);
    worker = newWorker();
    std::erase(m_queue->jobs, job);
    if (job->m_spec.network)
        m_queue->givenUp.push_back(job->m_spec.network);
    m_queue->post(job, job->givenUp(Error(ErrorKind::NetworkDoesNotAnswer)), true);
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
        infos.append(detail::infoOf(*job));
    return infos;
}

void Lane::stop(quint64 id)
{
    QList<JobInfo> stopped;
    {
        const std::lock_guard lock(m_queue->mutex);
        const auto job = std::find_if(m_queue->jobs.begin(), m_queue->jobs.end(),
            [id](const auto &each) { return each->m_order == id && detail::LaneQueue::isListed(*each); });
        if (job == m_queue->jobs.end())
            return;
        stopped << detail::infoOf(**job);
        m_queue->stop(**job);
    }
    stopRequested(stopped);
}

void Lane::stopFirst()
{
    QList<JobInfo> stopped;
    {
        const std::lock_guard lock(m_queue->mutex);
        std::shared_ptr<Job> first;
        for (const auto &job : m_queue->jobs) {
            if (detail::LaneQueue::isListed(*job) && (!first || detail::LaneQueue::goesBefore(*job, *first)))
                first = job;
        }
        const bool silent = m_queue->stopSilent();
        if (!silent && !first)
            return;
        if (!silent) {
            stopped << detail::infoOf(*first);
            m_queue->stop(*first);
        }
    }
    stopRequested(stopped);
}

void Lane::stopAll()
{
    const QList<JobInfo> stopped = jobs();
    {
        const std::lock_guard lock(m_queue->mutex);
        for (const auto &job : m_queue->jobs) {
            if (detail::LaneQueue::isListed(*job))
                m_queue->stop(*job);
        }
        m_queue->stopSilent();
    }
    stopRequested(stopped);
}

void Lane::stopRequested(const QList<JobInfo> &jobs)
{
    m_queue->changed.notify_all();
    watch(); // a silent step is given up at once
    Q_EMIT jobsChanged();
    if (!jobs.isEmpty())
        Q_EMIT stopAsked(jobs);
}

} // namespace convscope
