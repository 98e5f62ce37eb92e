#include "ui/jobs/schedule.h"

#include <algorithm>
#include <iterator>

namespace convscope::detail {

namespace {

bool isResting(const Job &job) { return job.m_paused && job.m_request == Job::Request::None; }

bool isListed(const Job &job)
{
    return !job.m_spec.title.isEmpty() && job.m_request == Job::Request::None && !job.m_paused;
}

/// A job that only has to end goes first; then the more urgent one goes, and of equally urgent ones the
/// newest.
bool goesBefore(const Job &a, const Job &b)
{
    const bool aEnds = a.m_request != Job::Request::None;
    const bool bEnds = b.m_request != Job::Request::None;
    if (aEnds != bEnds)
        return aEnds;
    if (a.m_spec.urgency != b.m_spec.urgency)
        return a.m_spec.urgency < b.m_spec.urgency;
    return a.m_order > b.m_order;
}

} // namespace

void Schedule::add(const std::shared_ptr<Job> &job)
{
    job->m_order = ++m_added;
    m_jobs.push_back(job);
}

std::shared_ptr<Job> Schedule::next() const
{
    std::shared_ptr<Job> best;
    for (const auto &job : m_jobs) {
        if (!job->m_stepping && !isResting(*job) && (!best || goesBefore(*job, *best)))
            best = job;
    }
    return best;
}

bool Schedule::isBehind(const Job &job) const
{
    return !job.m_stepping && std::ranges::any_of(m_jobs, [&](const std::shared_ptr<Job> &other) {
        return other.get() != &job && isListed(*other) && goesBefore(*other, job);
    });
}

bool Schedule::networkWaits() const
{
    return std::ranges::any_of(m_jobs, [](const std::shared_ptr<Job> &job) {
        return job->m_spec.urgency == Urgency::Open && !job->m_stepping
            && job->m_request == Job::Request::None;
    });
}

Schedule::Jobs Schedule::listed() const
{
    Jobs listed;
    std::ranges::copy_if(m_jobs, std::back_inserter(listed), [](const auto &job) { return isListed(*job); });
    std::ranges::sort(listed, [](const auto &a, const auto &b) { return goesBefore(*a, *b); });
    return listed;
}

} // namespace convscope::detail
