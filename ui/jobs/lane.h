#pragma once

#include "ui/jobs/computationjob.h"
#include "ui/jobs/jobhandle.h"
#include "ui/jobs/jobinfo.h"
#include "ui/jobs/jobspec.h"

#include <QList>
#include <QObject>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace convscope {

namespace detail {

struct LaneState;
class Watchdog;

} // namespace detail

/// The one way off the GUI thread. A lane owns worker threads and drives computations step by step; between
/// two steps the most urgent job goes first. Jobs are started, stopped and dropped on the GUI thread, and
/// their replies come back there.
///
/// A step may never end, as a TorchScript network is a program. No thread can be ended from outside, so the
/// lane gives such a step up: it leaves the thread alone with what that works on, the job fails, and a new
/// thread serves the other jobs.
class Lane : public QObject
{
    Q_OBJECT
public:
    explicit Lane(int threads = 1, QObject *parent = nullptr);
    /// Drops all jobs and waits for the steps that are under way. With a patience it waits only so long.
    ~Lane() override;

    /// Is for work that may never end. The lane tells of a step that takes longer than `silence`, and at its
    /// end it waits for a step no longer than `end`. Without a patience it waits for every step.
    void setPatience(std::chrono::milliseconds silence, std::chrono::milliseconds end);
    /// The job whose step has taken longer than `silence`.
    const std::optional<JobInfo> &silentJob() const;
    /// Whether any lane has left a thread behind, which may run until the process ends.
    static bool hasLeftThreads();

    /// `start` makes the computation and `take` its result, both on the lane's thread; what they refer to
    /// must be held by them. `take` returns nothing while there is no valid result. `peek` makes the
    /// snapshots, there too, and returns nothing while none is worth showing.
    template <typename C, typename Result>
    [[nodiscard]] JobHandle start(JobSpec spec, std::function<std::unique_ptr<C>()> start,
        std::function<std::optional<Result>(C &)> take, Replies<Result> replies,
        std::function<std::optional<Result>(C &)> peek = {})
    {
        return enqueue(std::make_shared<detail::ComputationJob<C, Result>>(
            std::move(spec), std::move(start), std::move(take), std::move(peek), std::move(replies)));
    }

    /// The same for work of a single step.
    template <typename Result>
    [[nodiscard]] JobHandle call(JobSpec spec, std::function<Result()> function, Replies<Result> replies)
    {
        using Call = detail::FunctionCall<Result>;
        return start<Call, Result>(
            std::move(spec), [function] { return std::make_unique<Call>(function); },
            [](Call &call) { return call.take(); }, std::move(replies));
    }

    /// The listed jobs that wait or run, the most urgent first.
    QList<JobInfo> jobs() const;

    /// Stop, as a user does: a listed job; the one that goes before all others, which is what the lane works
    /// on; or every one. While a step is silent, the last two mean that one, and it is given up.
    void stop(quint64 id);
    void stopFirst();
    void stopAll();

Q_SIGNALS:
    /// A listed job began, moved on or ended.
    void jobsChanged();
    /// The user stopped these.
    void stopAsked(const QList<JobInfo> &jobs);
    /// A step takes longer than the patience, or has ended after all.
    void silenceChanged();
    /// A job has failed since the GPU does not answer any more; so will every other job there.
    void deviceLost(const Error &error);
    /// A silent step, since the user stopped its job or another network waits to be opened. The job's
    /// `failed` is called after this.
    void gaveUp(const JobInfo &job);

private:
    JobHandle enqueue(std::shared_ptr<detail::Job> job);
    void stopRequested(const QList<JobInfo> &jobs);

    std::shared_ptr<detail::LaneState> m_state;
    std::unique_ptr<detail::Watchdog> m_watchdog; ///< owns the threads
};

} // namespace convscope
