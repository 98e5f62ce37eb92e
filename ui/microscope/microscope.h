#pragma once

#include "core/index/filterindex.h"
#include "core/index/indexrun.h"
#include "ui/evaluation/askingrun.h"
#include "ui/jobs/lane.h"
#include "ui/present/indexsource.h"
#include "ui/present/indextexts.h"

#include <QElapsedTimer>
#include <QObject>
#include <functional>
#include <memory>
#include <optional>

namespace convscope {

/// An index that is open: it is read on one lane only, by jobs that share it.
using OpenIndex = std::shared_ptr<const FilterIndex>;

/// Knows the index of the network and the photos that are open: finds it, builds it behind all other work,
/// and lets others read it. All of the disk is read off the GUI thread. GUI thread only.
class Microscope : public QObject
{
    Q_OBJECT
public:
    /// `networkLane` must outlive it.
    explicit Microscope(Lane &networkLane, QObject *parent = nullptr);
    ~Microscope() override;

    void setNetwork(std::shared_ptr<const Network> network, const NetworkSource &source);
    void setPhotos(std::shared_ptr<const PhotoSet> set);
    /// Whether somebody looks at it; nothing is looked up before.
    void setWanted(bool wanted);

    const std::shared_ptr<const Network> &network() const { return m_network; }
    const std::shared_ptr<const PhotoSet> &photos() const { return m_set; }
    bool isComplete() const { return m_network && !m_set->photos.empty(); }
    /// How the index stands; none while that is not known.
    const std::optional<IndexStanding> &standing() const { return m_standing; }
    /// Photos of the index that are in the folder, but not in photos(): they came after that was listed.
    std::int64_t unlisted() const { return m_unlisted; }
    /// Why it cannot be read or built; a sentence, empty where it can.
    const QString &problem() const { return m_problem; }
    /// The index on disk could not be read; lookAgain() may find it.
    bool isUnreadable() const { return m_isUnreadable; }
    /// Null while nothing is there to be read.
    const OpenIndex &index() const { return m_index; }

    /// Looks at the photos that the index does not know, behind all else.
    void build();
    void stop();
    bool isBuilding() const { return m_building.isActive(); }
    Progress progress() const { return m_progress; }
    /// By how long it took so far; none while that is not known.
    std::optional<std::chrono::milliseconds> timeLeft() const;
    std::optional<std::chrono::milliseconds> perPhoto() const;
    /// What is in front of the building, while that has not begun; empty where nothing is known to be.
    QString waitsFor() const;
    /// Removes the index of this network and these photos.
    void removeThis();
    /// Removes all indexes of the user's cache.
    void removeAll();
    /// Looks at the disk again, after it could not be read.
    void lookAgain();
    /// Another program may have updated the index, or removed it: where it is another one now, it is read.
    void notice();

    /// Reads the index on the disk's lane. The reply comes on the GUI thread, unless the handle is dropped.
    /// There must be an index. Where its files cannot be read, since another program has updated it, the disk
    /// is looked at again in place of a reply, once: changed() tells what is there.
    template <typename Result>
    [[nodiscard]] JobHandle read(std::function<Result(const FilterIndex &)> work, Replies<Result> replies)
    {
        replies.failed = [this, failed = std::move(replies.failed), index = m_index](const Error &error) {
            if (!recover(index, error))
                failed(error);
        };
        return m_disk.call<Result>(
            {Urgency::Shown, {}}, [index = m_index, work = std::move(work)] { return work(*index); },
            std::move(replies));
    }

Q_SIGNALS:
    void changed(); ///< of all that is told here
    /// What the network said while the index was built, now or before, by place in photos().
    void answered(const std::vector<Asked> &answers);

private:
    /// What there is on disk.
    struct Found
    {
        IndexSource source;
        QString networkHash;
        IndexView view;
        std::optional<Error> problem;
        std::int64_t unlisted = 0;
        std::vector<Asked> answers; ///< that it knows
    };

    void plan();
    void lookUp();
    void hear(Found found);
    void fail(const Error &error);
    void begin();
    bool recover(const OpenIndex &index, const Error &error);
    void remove(std::function<void()> removal);

    Lane &m_networkLane;
    Lane m_disk;
    std::shared_ptr<const Network> m_network;
    NetworkSource m_source;
    std::optional<IndexPlan> m_plan; ///< of the network; its own lane makes it
    QString m_networkHash; ///< empty until it is known
    std::shared_ptr<const PhotoSet> m_set = std::make_shared<PhotoSet>();
    bool m_wanted = false;
    bool m_buildAsked = false; ///< while it is looked up
    std::optional<IndexSource> m_indexSource;
    std::optional<IndexStanding> m_standing;
    std::int64_t m_unlisted = 0;
    QString m_problem;
    QString m_buildProblem; ///< why the building failed
    bool m_isUnreadable = false;
    OpenIndex m_index;
    std::string m_recovered; ///< the whole that could not be read when the disk was looked at again
    JobHandle m_planning;
    JobHandle m_looking;
    JobHandle m_noticing;
    JobHandle m_building;
    JobHandle m_removing;
    std::shared_ptr<AnswerBox> m_box;
    Progress m_progress;
    QElapsedTimer m_since;
};

} // namespace convscope
