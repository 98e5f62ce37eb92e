#pragma once

#include "ui/jobs/job.h"

#include <memory>
#include <vector>

namespace convscope::detail {

/// Holds the jobs that wait or run in a lane, and says which of them is stepped next. Whoever calls it holds
/// the lane's mutex.
class Schedule
{
public:
    using Jobs = std::vector<std::shared_ptr<Job>>;

    const Jobs &jobs() const { return m_jobs; }
    void add(const std::shared_ptr<Job> &job);
    void remove(const std::shared_ptr<Job> &job) { std::erase(m_jobs, job); }

    /// The most urgent of the jobs that no thread is stepping; null where there is none, or all rest.
    std::shared_ptr<Job> next() const;
    /// Whether the job waits for another one that people see.
    bool isBehind(const Job &job) const;
    /// Whether a network is to be opened and no thread has begun with it.
    bool networkWaits() const;
    /// The jobs that people see, the most urgent first.
    Jobs listed() const;

private:
    Jobs m_jobs;
    quint64 m_added = 0;
};

} // namespace convscope::detail
