#include "ui/jobs/lane.h"

#include "core/log.h"
#include "ui/jobs/joblist.h"
#include "ui/jobs/lanestate.h"

#include <algorithm>
#include <atomic>
#include <new>

namespace convscope {

using namespace std::chrono_literals;

namespace detail {

constexpr qint64 reportEveryMs = 50;
constexpr qint64 snapshotEveryNs = 500'000'000;
/// A snapshot that took t is the last for this many t: however large a result is, snapshots slow its
/// computation by no more than a hundredth.
constexpr qint64 snapshotRest = 100;

/// What a thread of the lane is at; guarded by the lane's mutex.
struct LaneWorker
{
    std::shared_ptr<Job> job; ///< that it steps
    bool left = false; ///< nobody waits for it, nor hears what it says
    bool ended = false;
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

/// Serves the lane until it ends, or until nobody waits for this thread any more. Refers to nothing of the
/// lane, which it may outlive.
void work(const std::shared_ptr<LaneState> &lane, const std::shared_ptr<LaneWorker> &self)
{
    std::unique_lock lock(lane->mutex);
    while (true) {
        std::shared_ptr<Job> job;
        lane->changed.wait(lock, [&] { return lane->quit || (job = lane->schedule.next()); });
        if (lane->quit)
            break;
        const Job::Request request = job->m_request;
        const bool givenUp = lane->silence.isGivenUp(job->m_spec.network);
        job->m_stepping = true;
        job->m_stepBegun = lane->clock.elapsed();
        self->job = job;
        lock.unlock();

        const qint64 begun = lane->clock.nsecsElapsed();
        StepResult result = advance(*job, request, givenUp, lane->clock);
        const std::chrono::nanoseconds took(lane->clock.nsecsElapsed() - begun);
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
            lane->schedule.remove(job);
        const qint64 now = lane->clock.elapsed();
        const bool due = now - job->m_lastReport >= reportEveryMs;
        if (due)
            job->m_lastReport = now;
        if (!job->m_spec.title.isEmpty() && (due || !result.more))
            lane->announceChange();
        lock.unlock();

        lane->send(job, std::move(result.reply), !result.more);
        if (result.more && due)
            lane->send(job, job->progressed(progress), false);
        job.reset(); // without the lock: this may be the last owner of a network
        lock.lock();
    }
    self->ended = true;
    lane->threadEnded.notify_all();
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

Lane::Lane(int threads, QObject *parent)
    : QObject(parent)
    , m_state(std::make_shared<detail::LaneState>())
{
    m_state->clock.start();
    m_state->lane = this;
    m_state->jobsChanged = [this] { Q_EMIT jobsChanged(); };
    connect(&m_watch, &QTimer::timeout, this, &Lane::watch);
    for (int i = 0; i < std::max(1, threads); ++i)
        m_workers.push_back(newWorker());
}

Lane::~Lane()
{
    std::unique_lock lock(m_state->mutex);
    m_state->end();
    const auto ended = [](const Worker &worker) { return worker.state->ended; };
    if (m_endPatience)
        m_state->threadEnded.wait_for(
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
    return {std::thread([lane = m_state, state] { detail::work(lane, state); }), state};
}

void Lane::setPatience(std::chrono::milliseconds silence, std::chrono::milliseconds end)
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->silence.setPatience(silence);
    }
    m_endPatience = end;
    m_watch.setInterval(std::clamp(silence / 10, 1ms, 1000ms));
    m_watch.start();
}

bool Lane::hasLeftThreads() { return detail::threadsLeft; }

JobHandle Lane::enqueue(std::shared_ptr<Job> job)
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->schedule.add(job);
    }
    m_state->changed.notify_one();
    if (m_endPatience && !m_watch.isActive())
        m_watch.start();
    if (!job->m_spec.title.isEmpty())
        Q_EMIT jobsChanged();
    return JobHandle(std::move(job), m_state);
}

/// Tells of silent steps, and gives up those that the user need not wait for.
void Lane::watch()
{
    std::optional<JobInfo> silent;
    QList<JobInfo> givenUp;
    {
        const std::lock_guard lock(m_state->mutex);
        if (m_state->schedule.jobs().empty())
            m_watch.stop();
        for (Worker &worker : m_workers) {
            const std::shared_ptr<Job> &job = worker.state->job;
            if (!job || !m_state->isSilent(*job))
                continue;
            const JobInfo info = detail::infoOf(*job);
            if (job->m_unwanted || m_state->schedule.networkWaits()) {
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
    m_state->schedule.remove(job);
    m_state->silence.giveUp(job->m_spec.network);
    m_state->post(job, job->givenUp(Error(ErrorKind::NetworkDoesNotAnswer)), true);
}

QList<JobInfo> Lane::jobs() const { return detail::listedJobs(*m_state); }

void Lane::stop(quint64 id)
{
    if (const auto stopped = detail::stopListed(*m_state, id))
        stopRequested({*stopped});
}

void Lane::stopFirst()
{
    if (const auto stopped = detail::stopFirst(*m_state))
        stopRequested(*stopped);
}

void Lane::stopAll() { stopRequested(detail::stopAll(*m_state)); }

void Lane::stopRequested(const QList<JobInfo> &jobs)
{
    m_state->changed.notify_all();
    watch(); // a silent step is given up at once
    Q_EMIT jobsChanged();
    if (!jobs.isEmpty())
        Q_EMIT stopAsked(jobs);
}

} // namespace convscope
