#pragma once

#include <memory>

namespace convscope {

namespace detail {

class Job;
struct LaneState;

} // namespace detail

/// Owns a job. When the handle is destroyed or takes another job, its job is dropped, and nothing is heard of
/// that any more. GUI thread only.
class JobHandle
{
public:
    JobHandle() = default;
    JobHandle(std::shared_ptr<detail::Job> job, std::shared_ptr<detail::LaneState> lane);
    JobHandle(JobHandle &&) = default;
    JobHandle &operator=(JobHandle &&other);
    ~JobHandle();

    /// Ends the job before its next step and keeps what it has: `stopped` is called.
    void stop();
    void drop();
    /// A paused job is neither stepped nor listed until it is resumed. It keeps what it has reached.
    void pause();
    void resume();
    /// Whether the job waits or runs; its last reply has not come yet.
    bool isActive() const;
    /// Whether the job rests, begun or not, since another listed job goes before it.
    bool isBehind() const;
    /// Whether the job has been stopped, and its last reply has not come yet.
    bool isStopping() const;

private:
    void setPaused(bool paused);

    std::shared_ptr<detail::Job> m_job;
    std::shared_ptr<detail::LaneState> m_lane;
};

} // namespace convscope
