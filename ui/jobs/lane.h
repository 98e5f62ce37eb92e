#pragma once

#include "core/computation.h"
#include "core/error.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <type_traits>
#include <vector>

namespace convscope {

// The one way off the GUI thread. A lane owns worker threads and drives computations step by step; between
// two steps the most urgent job goes first. Jobs are started, stopped and dropped on the GUI thread, and
// their replies come back there.
//
// A step may never end, as a TorchScript network is a program. No thread can be ended from outside, so such a
// step is given up: its thread is left alone with what it works on, its job fails, and a new thread serves
// the others.

/// How urgent a job is; the smaller goes first. Of equally urgent jobs the one started last does, since that
/// is what the user asked for last.
enum class Urgency
{
    Open, ///< what everything else waits for
    Shown, ///< what is seen first of a photo
    Quick, ///< done in a moment
    Slow, ///< takes seconds
    Background, ///< behind everything else
};

/// What a job is called: made each time it is shown, in the language that is spoken then. GUI thread only.
class JobTitle
{
public:
    JobTitle() = default;
    JobTitle(const QString &text) // NOLINT: a text that is the same in all languages is a title
    {
        if (!text.isEmpty())
            m_make = [text] { return text; };
    }
    template <typename Make>
    requires std::is_invocable_r_v<QString, Make> JobTitle(
        Make make) // NOLINT: as is one that says how to make it
        : m_make(std::move(make))
    {
    }

    bool isEmpty() const { return !m_make; }
    QString text() const { return m_make ? m_make() : QString(); }

private:
    std::function<QString()> m_make;
};

struct JobSpec
{
    Urgency urgency = Urgency::Open;
    JobTitle title; ///< for the list of jobs; a job without one is not listed
    /// What it runs, of which only one thread may run anything. Once a step on it was given up, all other
    /// jobs on it fail too.
    std::shared_ptr<const void> network = {};
    /// Where it begins: what has been done before of how much, as far as that is known.
    Progress begin = {};
    /// Asks for the same once more, after the user has stopped it; may be called before its owner has heard
    /// of that. On the GUI thread, while the lane's owner lives.
    std::function<void()> again = {};
    /// Whether that would still do something; where nobody tells, it would.
    std::function<bool()> canAgain = {};
    /// Jobs of one kind take as long for a step, which tells how long they will take. Empty: those as urgent
    /// are.
    QString kind = {};
};

/// What the owner of a job hears, on the GUI thread: of done, failed and stopped exactly one, once, unless
/// the job is dropped before; and before that some progress, about 20 times a second at most, and what it
/// would be told if the job ended there, twice a second at most and for no more than a hundredth of the
/// lane's time.
template <typename Result> struct Replies
{
    std::function<void(Result)> done;
    std::function<void(const Error &)> failed;
    std::function<void(Progress)> progress = {};
    /// The user stopped it. The result so far, where there is a valid one.
    std::function<void(std::optional<Result>)> stopped = {};
    std::function<void(Result)> snapshot = {};
};

namespace detail {

struct LaneQueue;
struct LaneWorker;

/// A job of any type as the queue sees it. Only the lane's threads call the virtual functions.
class Job
{
public:
    enum class Request
    {
        None,
        Stop,
        Drop
    };
    using Reply = std::function<void()>;

    explicit Job(JobSpec spec)
        : m_spec(std::move(spec))
        , m_progress(m_spec.begin)
    {
    }
    virtual ~Job() = default;

    virtual bool step() = 0;
    virtual Progress progress() const = 0;
    /// These return what is to be called on the GUI thread. No step follows done, failed or stopped.
    virtual Reply progressed(Progress progress) = 0;
    virtual Reply snapshot() = 0;
    virtual Reply done() = 0;
    virtual Reply stopped() = 0;
    virtual Reply failed(const Error &error) = 0;
    /// The same while a thread is still in a step: leaves the computation alone.
    virtual Reply givenUp(const Error &error) = 0;
    /// Frees the computation; nobody is told.
    virtual void abandon() = 0;

    const JobSpec m_spec;

    // Guarded by the queue's mutex
    Request m_request = Request::None;
    bool m_stepping = false;
    bool m_paused = false;
    qint64 m_stepBegun = 0; ///< ms of the queue's clock
    bool m_unwanted = false; ///< the user stopped it while its step was silent
    quint64 m_order = 0;
    Progress m_progress;
    std::chrono::nanoseconds m_busy{0}; ///< what its steps took
    qint64 m_lastReport = 0; ///< ms of the queue's clock
    // Whichever thread steps it
    qint64 m_nextSnapshot = 0; ///< ns of the queue's clock; 0 before the first step
    // GUI thread only
    bool m_active = true;
};

template <typename C, typename Result> class ComputationJob final : public Job
{
public:
    using Start = std::function<std::unique_ptr<C>()>;
    using Take = std::function<std::optional<Result>(C &)>;

    ComputationJob(JobSpec spec, Start start, Take take, Take peek, Replies<Result> replies)
        : Job(std::move(spec))
        , m_start(std::move(start))
        , m_take(std::move(take))
        , m_peek(std::move(peek))
        , m_replies(std::move(replies))
    {
    }

    bool step() override
    {
        if (m_computation)
            return m_computation->step();
        m_computation = m_start();
        return true;
    }

    Progress progress() const override { return m_computation ? m_computation->progress() : Progress{}; }

    Reply progressed(Progress progress) override
    {
        if (!m_replies.progress)
            return {};
        return [this, progress] { m_replies.progress(progress); };
    }

    Reply snapshot() override
    {
        if (!m_replies.snapshot || !m_peek || !m_computation)
            return {};
        auto result = std::make_shared<std::optional<Result>>(m_peek(*m_computation));
        if (!*result)
            return {};
        return [this, result] { m_replies.snapshot(std::move(**result)); };
    }

    Reply done() override
    {
        auto result = std::make_shared<std::optional<Result>>(m_take(*m_computation));
        if (!*result)
            return failed(Error(ErrorKind::Internal, {}, {"ended without a result"}));
        m_computation.reset();
        return [this, result] { m_replies.done(std::move(**result)); };
    }

    Reply stopped() override
    {
        auto result = std::make_shared<std::optional<Result>>();
        if (m_computation)
            *result = m_take(*m_computation);
        m_computation.reset();
        return [this, result] {
            if (m_replies.stopped)
                m_replies.stopped(std::move(*result));
        };
    }

    Reply failed(const Error &error) override
    {
        m_computation.reset();
        return givenUp(error);
    }

    Reply givenUp(const Error &error) override
    {
        return [this, error] { m_replies.failed(error); };
    }

    void abandon() override { m_computation.reset(); }

private:
    Start m_start; // holds what the computation refers to, so it is destroyed after it
    Take m_take;
    Take m_peek;
    Replies<Result> m_replies;
    std::unique_ptr<C> m_computation;
};

template <typename Result> class FunctionCall : public Computation
{
public:
    explicit FunctionCall(const std::function<Result()> &function)
        : m_function(function)
    {
    }
    bool step() override
    {
        m_result = m_function();
        return false;
    }
    Progress progress() const override { return {m_result ? 1 : 0, 1}; }
    std::optional<Result> take() { return std::move(m_result); }

private:
    std::function<Result()> m_function;
    std::optional<Result> m_result;
};

} // namespace detail

/// Owns a job: destroying or reassigning it drops the job, of which nothing is heard any more. GUI thread
/// only.
class JobHandle
{
public:
    JobHandle() = default;
    JobHandle(std::shared_ptr<detail::Job> job, std::shared_ptr<detail::LaneQueue> queue);
    JobHandle(JobHandle &&) = default;
    JobHandle &operator=(JobHandle &&other);
    ~JobHandle();

    /// Ends the job before its next step and keeps what it has: `stopped` is called.
    void stop();
    void drop();
    /// No step is done until it is resumed, nor is it listed; what it has reached is kept.
    void pause();
    void resume();
    /// Waiting or running: its last reply has not come yet.
    bool isActive() const;
    /// It rests, begun or not, since another listed job goes before it.
    bool isBehind() const;
    /// It has been stopped, and its last reply has not come yet.
    bool isStopping() const;

private:
    void setPaused(bool paused);

    std::shared_ptr<detail::Job> m_job;
    std::shared_ptr<detail::LaneQueue> m_queue;
};

/// A listed job, for people.
struct JobInfo
{
    quint64 id = 0; ///< no other of the lane has had it
    Urgency urgency = Urgency::Open;
    QString title;
    Progress progress;
    bool running = false; ///< has been begun
    std::chrono::milliseconds busy{0}; ///< for how long the lane has worked on it
    int doneBefore = 0; ///< of the progress, which took the lane no time
    std::function<void()> again = {}; ///< of its JobSpec
    bool unwanted = false; ///< the user stopped it while its step was silent
    std::function<bool()> canAgain = {}; ///< of its JobSpec, as is its name
    JobTitle name = {}; ///< for when it is told of later
    QString kind = {}; ///< of its JobSpec
};

class Lane : public QObject
{
    Q_OBJECT
public:
    explicit Lane(int threads = 1, QObject *parent = nullptr);
    /// Drops all jobs and waits for the steps that are under way, with a patience only so long.
    ~Lane() override;

    /// For work that may never end: a step that takes longer than `silence` is told of, and what is under way
    /// at the lane's end is waited for no longer than `end`. Without, every step is waited for.
    void setPatience(std::chrono::milliseconds silence, std::chrono::milliseconds end);
    /// The job whose step has taken longer than that.
    const std::optional<JobInfo> &silentJob() const { return m_silent; }
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
    /// A silent step, since the user stopped its job or another network waits to be opened. The job's
    /// `failed` is called after this.
    void gaveUp(const JobInfo &job);

private:
    struct Worker
    {
        std::thread thread;
        std::shared_ptr<detail::LaneWorker> state;
    };

    JobHandle enqueue(std::shared_ptr<detail::Job> job);
    Worker newWorker() const;
    void announceChange();
    void stopRequested(const QList<JobInfo> &jobs);
    void watch();
    void giveUp(Worker &worker);

    std::shared_ptr<detail::LaneQueue> m_queue;
    std::vector<Worker> m_workers;
    QTimer m_watch; ///< looks for silent steps while there are jobs
    std::optional<JobInfo> m_silent;
    std::optional<std::chrono::milliseconds> m_endPatience;
};

} // namespace convscope
