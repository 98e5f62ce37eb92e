#pragma once

#include "ui/jobs/jobinfo.h"
#include "ui/jobs/lanestate.h"

#include <QList>
#include <optional>

namespace convscope::detail {

// These show and stop the jobs of a lane as people do. All of them are for the GUI thread.

/// Whoever calls this holds the lane's mutex.
JobInfo infoOf(const Job &job);

/// The listed jobs, the most urgent first.
QList<JobInfo> listedJobs(LaneState &lane);

/// Stops the listed job with this id. Nothing is returned where there is none.
std::optional<JobInfo> stopListed(LaneState &lane, quint64 id);
/// Stops silent steps; where there is none, the listed job that goes before all others. Returns the listed
/// job that was stopped so, and nothing at all where there is nothing to stop.
std::optional<QList<JobInfo>> stopFirst(LaneState &lane);
/// Stops every listed job and silent steps. Returns the listed ones.
QList<JobInfo> stopAll(LaneState &lane);

} // namespace convscope::detail
