#pragma once

#include "ui/jobs/jobspec.h"

#include <QString>
#include <chrono>
#include <functional>

namespace convscope {

/// What people see of a listed job.
struct JobInfo
{
    quint64 id = 0; ///< is given only once in a lane
    Urgency urgency = Urgency::Open;
    QString title;
    Progress progress;
    bool running = false; ///< whether the job has begun
    std::chrono::milliseconds busy{0}; ///< how long the lane has worked on it
    int doneBefore = 0; ///< the part of the progress that took the lane no time
    std::function<void()> again = {}; ///< as in its JobSpec
    bool unwanted = false; ///< the user stopped it while its step was silent
    std::function<bool()> canAgain = {}; ///< as in its JobSpec
    JobTitle name = {}; ///< makes the title anew when it is shown later
    QString kind = {}; ///< as in its JobSpec
};

} // namespace convscope
