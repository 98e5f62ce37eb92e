#pragma once

#include "ui/jobs/jobinfo.h"
#include "ui/jobs/lanethread.h"

#include <QObject>
#include <QTimer>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace convscope::detail {

/// Watches over the threads of a lane. It tells of a step that takes longer than the patience, and gives the
/// step up where the user need not wait for it: the thread is left behind, and a new one takes its place. GUI
/// thread only.
class Watchdog : public QObject
{
    Q_OBJECT
public:
    Watchdog(std::shared_ptr<LaneState> lane, int threads);
    /// Ends the lane and waits for its threads; for those in a step only as long as the patience allows.
    ~Watchdog() override;

    void setPatience(std::chrono::milliseconds silence, std::chrono::milliseconds end);
    /// Begins to watch, since there is a new job.
    void wake();
    /// Tells of silent steps. Gives up those whose job the user has stopped, and all where another network
    /// waits to be opened.
    void look();
    /// The job of a silent step that was not given up.
    const std::optional<JobInfo> &silentJob() const { return m_silent; }

Q_SIGNALS:
    // These are the signals of the lane with the same names.
    void silenceChanged();
    void gaveUp(const JobInfo &job);

private:
    QList<JobInfo> giveUpUnwanted(std::optional<JobInfo> &silent);
    void giveUp(LaneThread &thread);

    std::shared_ptr<LaneState> m_lane;
    std::vector<LaneThread> m_threads;
    QTimer m_timer; ///< runs while there are jobs
    std::optional<JobInfo> m_silent;
    std::optional<std::chrono::milliseconds> m_endPatience;
};

} // namespace convscope::detail
