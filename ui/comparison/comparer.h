#pragma once

#include "core/explain/comparison.h"
#include "ui/jobs/lane.h"
#include "ui/present/keptanswers.h"

#include <QObject>
#include <filesystem>
#include <memory>
#include <optional>

namespace convscope {

/// Compares methods over many photos, behind all else that the network is asked. What is measured is kept on
/// disk; so a comparison that is stopped, or whose window is closed, goes on later where it was. GUI thread
/// only.
class Comparer : public QObject
{
    Q_OBJECT
public:
    /// What is known so far; of one moment.
    struct State
    {
        ComparisonPlan plan = {};
        ComparedPhotos photos = {};
        ComparisonSummary summary = {};
        int knownBefore = 0; ///< photos
        std::optional<Error> notKept = {}; ///< why nothing could be kept lately
        std::filesystem::path network = {}; ///< its file
        std::filesystem::path folder = {}; ///< of the photos
    };

    /// Both must outlive it. `workers` work out what follows from the values.
    Comparer(Lane &networkLane, Lane &workers, QObject *parent = nullptr);

    /// What is known of another network goes.
    void setNetwork(std::shared_ptr<const Network> network, const NetworkSource &source);
    const std::shared_ptr<const Network> &network() const { return m_network; }

    /// Compares these, in place of what was compared before. There must be a network. `folder` is that of
    /// the photos.
    void start(ComparisonPlan plan, std::filesystem::path folder);
    void stop();
    bool isRunning() const { return m_job.isActive(); }
    /// Whether it runs, but other work goes before it.
    bool isWaiting() const { return m_job.isActive() && m_job.isBehind(); }
    /// Photos times methods; of the run, or of the last one.
    Progress progress() const { return m_progress; }
    /// Null while nothing was compared.
    const std::shared_ptr<const State> &state() const { return m_state; }
    /// Why the run ended early; none where it did not, or where the user stopped it.
    const std::optional<Error> &failure() const { return m_failure; }

Q_SIGNALS:
    void changed();
    void progressed();

private:
    struct Found
    {
        ComparedPhotos photos;
        int knownBefore = 0;
        std::optional<Error> notKept;
    };

    void hear(Found found);
    void summarise();
    void end();

    Lane &m_networkLane;
    Lane &m_workers;
    std::shared_ptr<const Network> m_network;
    NetworkSource m_source;
    std::shared_ptr<const ComparisonPlan> m_plan; ///< of the run
    std::filesystem::path m_folder; ///< of the run's photos
    std::shared_ptr<const Found> m_found; ///< that is not summarised yet
    std::shared_ptr<const State> m_state;
    Progress m_progress;
    std::optional<Error> m_failure;
    JobHandle m_summarising;
    JobHandle m_job;
};

} // namespace convscope
