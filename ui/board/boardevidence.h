#pragma once

#include "core/explain/evidence.h"
#include "ui/board/requestcache.h"

#include <QObject>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace convscope {

/// What the evidence for an answer is known by.
struct EvidenceKeys
{
    QString answer; ///< of its question, its photo and its network
    QString
        rivals; ///< of its photo, its network and the class that it is about; empty where it is about none
};

/// Finds evidence of one kind for answers, and keeps it. Random maps are measured once a photo and class. GUI
/// thread only.
class BoardEvidence : public QObject
{
    Q_OBJECT
public:
    /// What is measured.
    struct Kind
    {
        Urgency urgency = Urgency::Background;
        std::function<std::vector<MeasurePtr>(const Answer &, const MethodOptions &, bool isThorough)>
            measures;
        std::vector<MeasurePtr> banded; ///< those of them that are also taken of random maps
    };
    struct Subject
    {
        EvidenceKeys keys;
        std::shared_ptr<const Photo> photo = {};
        std::shared_ptr<const Answer> answer = {};
        MethodOptions question = {};
        bool isThorough = false; ///< whatever it costs; the keys then are others
        std::function<QString()> name = {}; ///< of the picture, for the list of jobs
        QString photoName = {};
    };

    /// `networkLane` must outlive it.
    BoardEvidence(Lane &networkLane, Kind kind, QObject *parent = nullptr);

    /// Drops the work on another network. `givesSame`: whether this one gives the same as the one
    /// before.
    void setNetwork(std::shared_ptr<const Network> network, bool givesSame);

    /// Asks what is not known of these, and drops the work on all others.
    void ask(const std::vector<Subject> &subjects);

    /// What is known of an answer so far, with its random maps where they are all there.
    RequestState<Evidence> stateOf(const EvidenceKeys &keys) const;
    /// What a measure says of the random maps; null while that is not known.
    std::shared_ptr<const RivalBand> band(const EvidenceKeys &keys, const Measure &measure) const;
    /// What keeps the evidence from being there: the user has stopped it, or it failed.
    bool isLeftUndone(const EvidenceKeys &keys) const;
    void startAgain(const EvidenceKeys &keys);

    static EvidenceKeys keysOf(const QString &answerKey, const QString &predictionKey, const Answer &answer);

Q_SIGNALS:
    /// Of some answer.
    void changed();

private:
    void tell(const QString &key);
    void progressed(const QString &key);
    void askEvidence(const Subject &subject);
    void askRivals(const Subject &subject, const MeasurePtr &measure);

    Lane &m_networkLane;
    Kind m_kind;
    std::shared_ptr<const Network> m_network;
    std::shared_ptr<RedrawnNetwork> m_redrawn; ///< of the network; used by the lane's jobs alone
    QHash<QString, std::size_t> m_told; ///< measures that those who listen know of, of what is being measured
    RequestCache<Evidence> m_evidence;
    RequestCache<RivalBand> m_rivals;
};

} // namespace convscope
