#include "ui/jobs/lanethread.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace convscope::detail {

namespace {

constexpr qint64 reportEveryMs = 50;
constexpr qint64 snapshotEveryNs = 500'000'000;
/// After a snapshot that took the time t, the next one comes no earlier than this many t later. So snapshots
/// slow a computation by no more than a hundredth, however large its result is.
constexpr qint64 snapshotRest = 100;

/// What a step has come to.
struct StepResult
{
    bool more = false; ///< whether another step follows
    Job::Reply reply; ///< the last reply where no step follows; else a snapshot or nothing
    std::optional<Error> lost = {}; ///< the GPU, with the job
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

/// Steps the job, or ends it if that is asked or its network was given up. It throws nothing.
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
        const bool isLost = error.kind() == ErrorKind::DeviceLost;
        return {false, job.failed(error), isLost ? std::optional(error) : std::nullopt};
    } catch (const std::bad_alloc &) {
        return {false, failure(job, ErrorKind::OutOfMemory, nullptr)};
    } catch (const std::exception &error) {
        return {false, failure(job, ErrorKind::Internal, error.what())};
    } catch (...) {
        return {false, failure(job, ErrorKind::Internal, "unknown exception")};
    }
}

/// Writes down that a step has ended. Returns whether it is time to report the progress. The mutex is held.
bool stepEnded(LaneState &lane, const std::shared_ptr<Job> &job, bool more)
{
    job->m_stepping = false;
    if (!more)
        lane.schedule.remove(job);
    const qint64 now = lane.clock.elapsed();
    const bool due = now - job->m_lastReport >= reportEveryMs;
    if (due)
        job->m_lastReport = now;
    if (!job->m_spec.title.isEmpty() && (due || !more))
        lane.announceChange();
    return due;
}

/// It is never reset: a thread that ends after all may still be on its way out of its last function.
std::atomic<bool> leftAny = false;

} // namespace

LaneThread::LaneThread(const std::shared_ptr<LaneState> &lane)
    : m_thread([lane, standing = m_standing] {
        while (serveNext(*lane, *standing)) { }
    })
{
}

void LaneThread::leave()
{
    m_standing->left = true;
    m_thread.detach();
    leftAny = true;
}

void LaneThread::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

bool LaneThread::hasLeftAny() { return leftAny; }

/// Waits for a job and steps it once. Returns whether the thread is to go on.
bool LaneThread::serveNext(LaneState &lane, Standing &standing)
{
    std::shared_ptr<Job> job; // is freed without the lock, as it may be the last owner of a network
    std::unique_lock lock(lane.mutex);
    lane.changed.wait(lock, [&] { return lane.quit || (job = lane.schedule.next()); });
    if (lane.quit) {
        standing.ended = true;
        lane.threadEnded.notify_all();
        return false;
    }
    const Job::Request request = job->m_request;
    const bool givenUp =
        lane.silence.isGivenUp(job->m_spec.network) || lane.silence.isGivenUp(job->m_spec.secondNetwork);
    job->m_stepping = true;
    job->m_stepBegun = lane.clock.elapsed();
    standing.job = job;
    lock.unlock();

    const qint64 begun = lane.clock.nsecsElapsed();
    StepResult result = advance(*job, request, givenUp, lane.clock);
    const std::chrono::nanoseconds took(lane.clock.nsecsElapsed() - begun);
    const Progress progress = job->progress();

    lock.lock();
    standing.job.reset();
    if (standing.left) {
        lock.unlock();
        job->abandon();
        return false;
    }
    job->m_progress = progress;
    job->m_busy += took;
    const bool due = stepEnded(lane, job, result.more);
    if (result.lost)
        lane.announceLost(*result.lost);
    lock.unlock();

    lane.send(job, std::move(result.reply), !result.more);
    if (result.more && due)
        lane.send(job, job->progressed(progress), false);
    return true;
}

} // namespace convscope::detail
