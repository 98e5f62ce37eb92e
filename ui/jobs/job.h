#pragma once

#include "ui/jobs/jobspec.h"

#include <chrono>
#include <functional>
#include <utility>

namespace convscope::detail {

/// A job of any type, as the lane sees it. Only the lane's threads call the virtual functions, except
/// givenUp().
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
    /// Does the same as failed() while a thread is still in a step, so it does not touch the computation.
    virtual Reply givenUp(const Error &error) = 0;
    /// Frees the computation; nobody is told.
    virtual void abandon() = 0;

    const JobSpec m_spec;

    // The lane's mutex guards these.
    Request m_request = Request::None;
    bool m_stepping = false;
    bool m_paused = false;
    qint64 m_stepBegun = 0; ///< ms of the lane's clock
    bool m_unwanted = false; ///< the user stopped it while its step was silent
    quint64 m_order = 0;
    Progress m_progress;
    std::chrono::nanoseconds m_busy{0}; ///< how long its steps took
    qint64 m_lastReport = 0; ///< ms of the lane's clock
    // Only the thread that steps the job uses this.
    qint64 m_nextSnapshot = 0; ///< ns of the lane's clock; 0 before the first step
    // Only the GUI thread uses this.
    bool m_active = true;
};

} // namespace convscope::detail
