#pragma once

#include "core/network/evaluation.h"
#include "ui/gallery/arrangement.h"
#include "ui/jobs/lane.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <memory>
#include <optional>

namespace convscope {

/// Asks the network about all photos of a folder, behind all else that it is asked, and keeps what it says:
/// of each network and each folder, so that going back to one loses nothing. What has been answered is not
/// asked again. GUI thread only.
class Evaluator : public QObject
{
    Q_OBJECT
public:
    /// `networkLane` must outlive it.
    explicit Evaluator(Lane &networkLane, QObject *parent = nullptr);

    /// Answers are kept by `identity`: networks of the same one give the same.
    void setNetwork(std::shared_ptr<const Network> network, const QString &identity);
    /// A folder that is being listed still is none.
    void setPhotos(std::shared_ptr<const PhotoSet> set, bool listed);

    /// Asks about the photos that have not been answered.
    void start();
    void stop();
    bool isRunning() const { return m_job.isActive(); }
    /// Whether there is something to ask, and somebody to ask.
    bool canStart() const;

    /// One a photo; none while there is no network or nothing is listed.
    const std::shared_ptr<const Verdicts> &verdicts() const { return m_published; }
    /// What follows from them.
    const Evaluation &evaluation() const { return m_evaluation; }
    int photoCount() const { return int(m_set->photos.size()); }
    /// Answered or not readable.
    int doneCount() const { return m_done; }
    /// Whether it runs, but other work has gone before it for a while.
    bool isWaiting() const;
    /// By how long it took so far, without waiting; none while that is not known.
    std::optional<std::chrono::milliseconds> timeLeft() const;

    /// What the network has said to a photo for another reason.
    void add(const PhotoRef &photo, const Verdict &verdict);

Q_SIGNALS:
    void changed(); ///< four times a second at most

private:
    struct Answers
    {
        QString key; ///< of the network and the photos
        Verdicts verdicts;
        std::vector<bool> done;
    };

    QString key() const;
    void setAside();
    void takeUp();
    void hear(const std::vector<std::pair<int, std::optional<Verdict>>> &answers);
    void put(int place, const std::optional<Verdict> &verdict);
    void publish();

    Lane &m_networkLane;
    std::shared_ptr<const Network> m_network;
    QString m_identity;
    std::shared_ptr<const PhotoSet> m_set = std::make_shared<PhotoSet>();
    std::size_t m_fingerprint = 0; ///< of the photos' names
    Answers m_answers;
    int m_done = 0;
    Evaluation m_evaluation;
    std::shared_ptr<const Verdicts> m_published = std::make_shared<Verdicts>();
    std::vector<Answers> m_kept; ///< of other networks and folders, the latest last
    JobHandle m_job;
    QElapsedTimer m_sinceAnswer; ///< of the job, or since it was started
    qint64 m_busy = 0; ///< ms that the job took so far
    int m_answered = 0; ///< by the job
    QTimer m_publish; ///< runs while something has changed that nobody was told
};

} // namespace convscope
