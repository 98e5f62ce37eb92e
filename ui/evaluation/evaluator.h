#pragma once

#include "core/explain/evaluation.h"
#include "ui/evaluation/askingrun.h"
#include "ui/evaluation/diskqueue.h"
#include "ui/evaluation/keeping.h"
#include "ui/jobs/lane.h"
#include "ui/present/arrangement.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <optional>

namespace convscope {

/// Asks the network about all photos of a folder, behind all else that it is asked, and keeps what it says:
/// of each network and each folder, so that going back to one loses nothing, and on disk, so that the next
/// start does not. What has been answered is not asked again. GUI thread only.
class Evaluator : public QObject
{
    Q_OBJECT
public:
    /// `networkLane` must outlive it.
    explicit Evaluator(Lane &networkLane, QObject *parent = nullptr);
    /// Keeps what it knows, and waits some seconds for the disk, but not longer.
    ~Evaluator() override;

    /// Answers are kept by `identity`: networks of the same one give the same. On disk they are kept by the
    /// bytes of the file, where a source is told.
    void setNetwork(
        std::shared_ptr<const Network> network, const QString &identity, const NetworkSource &source = {});
    /// Where they are those that were there before, what is known of them stays, but for photos that have
    /// been replaced.
    void setPhotos(std::shared_ptr<const PhotoSet> set);

    /// Asks about the photos that have no answer, and about those that failed before once more.
    void start();
    void stop();
    bool isRunning() const { return m_job.isActive() || m_startAsked; }
    /// Whether it is not known yet what is kept on disk of these photos.
    bool isLookingUp() const { return m_lookingUp.isActive(); }
    /// Whether there is something to ask, and somebody to ask; also while the last step of what was stopped
    /// still runs.
    bool canStart() const;

    /// One a photo; none while nothing is answered.
    const std::shared_ptr<const Verdicts> &verdicts() const { return m_published; }
    /// What follows from them.
    const Evaluation &evaluation() const { return m_evaluation; }
    /// Of the network and the photos that are there, for people; empty where none are.
    QString networkName() const;
    QString photosName() const;
    int photoCount() const { return int(m_set->photos.size()); }
    /// Whether the folder's classes are the network's.
    bool isComparable() const { return m_set->labels.areComparable; }
    /// Answered or failed.
    int doneCount() const { return m_evaluation.images + m_failed; }
    /// Could not be read, or the network gave no answer; until they are asked again.
    int failedCount() const { return m_failed; }
    /// Why the first of them failed, or all the rest.
    const std::optional<Error> &failure() const { return m_failure; }
    /// Whether it runs, but other work has gone before it for a while.
    bool isWaiting() const;
    /// By how long it took so far, without waiting; none while that is not known.
    std::optional<std::chrono::milliseconds> timeLeft() const;

    /// What the network has said to a photo for another reason. `before`: how the file looked before it was
    /// read. Of two answers to different versions of the file, that to the one read later counts.
    void add(const PhotoRef &photo, const Prediction &said, const FileSight &before);

    /// The same of photos that were asked in another run, by their places in the set.
    void take(const std::vector<Asked> &answers);

    /// What is kept on disk, of all networks and photos.
    void countKept(std::function<void(KeptTotal)> told);
    /// All of it, and what is known here: whatever is asked next is asked anew.
    void forgetKept();
    /// Whether answers are there at the next start: it is known of which file the network is, and there is a
    /// place for them.
    bool canKeep() const;
    /// Why nothing could be kept on disk lately; empty where it could.
    const QString &notKept() const { return m_notKept; }

Q_SIGNALS:
    void changed(); ///< four times a second at most
    /// Some of what was to be forgotten is still on disk: the file, and the system's reason.
    void notForgotten(const Error &error);

private:
    using Time = std::chrono::steady_clock::time_point;

    struct Answers
    {
        QString key; ///< of the network and the photos
        Verdicts verdicts;
        Told told; ///< what the verdicts follow from
        std::vector<Time> at; ///< for each, when its photo was not read yet
    };

    QString key() const;
    void leaveWork();
    void setAside();
    void takeUp();
    void lookUp();
    void heardOfKept(const QString &identity, const KeptReading::Result &kept);
    void hear(const std::vector<Asked> &asked);
    void put(int place, std::shared_ptr<const KeptAnswer> answer, Time at);
    void clear(int place);
    void fail(int place, const Error &error);
    void forgetFailures();
    void publish();
    void keepOnDisk();
    void tellNotKept(const std::optional<Error> &error);
    void writeInOrder(std::function<void()> work, DiskQueue::Ended ended);

    Lane &m_networkLane;
    std::shared_ptr<const Network> m_network;
    QString m_identity;
    std::shared_ptr<const PhotoSet> m_set = std::make_shared<PhotoSet>();
    std::size_t m_fingerprint = 0; ///< of the photos' names
    Answers m_answers;
    Evaluation m_evaluation;
    std::vector<bool> m_hasFailed; ///< one a photo
    int m_failed = 0;
    std::optional<Error> m_failure;
    std::shared_ptr<const Verdicts> m_published = std::make_shared<Verdicts>();
    std::vector<Answers> m_kept; ///< of other networks and folders, the latest last
    // On disk
    Lane m_keeper;
    std::shared_ptr<DiskQueue> m_disk = std::make_shared<DiskQueue>(); ///< what it writes and deletes
    NetworkSource m_source;
    QHash<QString, QString> m_hashes; ///< of the networks' files, by their identity
    JobHandle m_lookingUp;
    bool m_startAsked = false; ///< while it is looked up what is kept
    struct Writing
    {
        JobHandle job;
        std::future<void> ended; ///< well or not
    };
    std::vector<Writing> m_writing; ///< one for each that was put into m_disk
    JobHandle m_counting;
    bool m_unkept = false; ///< something has changed since
    QString m_notKept;
    QTimer m_keep; ///< runs while that is so
    JobHandle m_job;
    std::shared_ptr<AnswerBox> m_box; ///< of the job
    QElapsedTimer m_sinceAnswer; ///< of the job, or since it was started
    qint64 m_busy = 0; ///< ms that the job took so far
    int m_answered = 0; ///< by the job
    QTimer m_publish; ///< runs while something has changed that nobody was told
};

} // namespace convscope
