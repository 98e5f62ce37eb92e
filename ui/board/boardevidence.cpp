#include "ui/board/boardevidence.h"

#include <algorithm>
#include <utility>

namespace convscope {

namespace {

// Numbers, a few dozen each.
constexpr int evidenceKiB = 1024;
constexpr int rivalsKiB = 1024;

QString bandKey(const EvidenceKeys &keys, const Measure &measure)
{
    return keys.rivals + u' ' + QLatin1String(measure.traits().name);
}

} // namespace

BoardEvidence::BoardEvidence(Lane &networkLane, Kind kind, QObject *parent)
    : QObject(parent)
    , m_networkLane(networkLane)
    , m_kind(std::move(kind))
    , m_evidence(
          evidenceKiB, [](const Evidence &) { return 1; }, [this](const QString &key) { tell(key); },
          [this](const QString &key) { progressed(key); })
    , m_rivals(
          rivalsKiB, [](const RivalBand &) { return 1; }, [this](const QString &key) { tell(key); },
          [](const QString &) {})
{
}

void BoardEvidence::tell(const QString &key)
{
    m_told.remove(key);
    Q_EMIT changed();
}

/// Progress comes often, and says something new only where one more measure has been taken.
void BoardEvidence::progressed(const QString &key)
{
    const std::shared_ptr<const Evidence> soFar = m_evidence.stateOf(key).value;
    if (soFar && m_told.value(key) < soFar->measures.size()) {
        m_told.insert(key, soFar->measures.size());
        Q_EMIT changed();
    }
}

void BoardEvidence::setNetwork(std::shared_ptr<const Network> network, bool givesSame)
{
    m_network = std::move(network);
    m_redrawn = std::make_shared<RedrawnNetwork>();
    if (givesSame)
        return;
    m_evidence.dropAll();
    m_rivals.dropAll();
}

EvidenceKeys BoardEvidence::keysOf(
    const QString &answerKey, const QString &predictionKey, const Answer &answer)
{
    const std::optional<int> label = labelOf(answer);
    return {answerKey, label ? predictionKey + u' ' + QString::number(*label) : QString()};
}

void BoardEvidence::ask(const std::vector<Subject> &subjects)
{
    QSet<QString> answers;
    QSet<QString> rivals;
    for (const Subject &subject : subjects) {
        answers.insert(subject.keys.answer);
        for (const MeasurePtr &measure : m_kind.banded)
            rivals.insert(bandKey(subject.keys, *measure));
    }
    m_evidence.keepOnly(answers);
    m_rivals.keepOnly(rivals);
    if (!m_network)
        return;
    // The last asked of equally urgent jobs runs first.
    for (auto subject = subjects.rbegin(); subject != subjects.rend(); ++subject)
        askEvidence(*subject);
    for (auto subject = subjects.rbegin(); subject != subjects.rend(); ++subject) {
        for (const MeasurePtr &measure : m_kind.banded)
            askRivals(*subject, measure);
    }
}

void BoardEvidence::askEvidence(const Subject &subject)
{
    const QString &key = subject.keys.answer;
    m_evidence.ask(key, [&](Replies<Evidence> replies) {
        replies.stopped = [stopped = replies.stopped](std::optional<Evidence> reached) {
            stopped(reached && !reached->measures.empty() ? std::move(reached) : std::nullopt);
        };
        return m_networkLane.start<EvidenceRun, Evidence>(
            {.urgency = m_kind.urgency,
                .title = [name = subject.name] { return tr("Evidence for %1").arg(name()); },
                .network = m_network,
                .again = [this, keys = subject.keys] { startAgain(keys); },
                .canAgain = [this, keys = subject.keys] { return isLeftUndone(keys); },
                .kind = QStringLiteral("evidence")},
            [network = m_network, redrawn = m_redrawn, photo = subject.photo, answer = subject.answer,
                question = subject.question,
                measures = m_kind.measures(*subject.answer, subject.question, subject.isThorough)] {
                return std::make_unique<EvidenceRun>(*network, photo, answer, question, measures, redrawn);
            },
            [network = m_network](EvidenceRun &run) { return std::optional(run.evidence()); },
            std::move(replies), [](EvidenceRun &run) { return std::optional(run.evidence()); });
    });
}

void BoardEvidence::askRivals(const Subject &subject, const MeasurePtr &measure)
{
    const std::optional<int> label = labelOf(*subject.answer);
    if (!label)
        return;
    m_rivals.ask(bandKey(subject.keys, *measure), [&](Replies<RivalBand> replies) {
        replies.stopped = [stopped = replies.stopped](const std::optional<RivalBand> &) {
            stopped(std::nullopt); // part of a band is narrower than the whole
        };
        return m_networkLane.start<RivalBandRun, RivalBand>(
            {.urgency = m_kind.urgency,
                .title = [photo = subject.photoName] { return tr("Random maps of %1").arg(photo); },
                .network = m_network,
                .again = [this, keys = subject.keys] { startAgain(keys); },
                .canAgain = [this, keys = subject.keys] { return isLeftUndone(keys); },
                .kind = QStringLiteral("rivals")},
            [network = m_network, photo = subject.photo, label = *label, measure] {
                return std::make_unique<RivalBandRun>(*network, photo, label, measure);
            },
            [](RivalBandRun &run) { return std::optional(run.band()); }, std::move(replies));
    });
}

RequestState<Evidence> BoardEvidence::stateOf(const EvidenceKeys &keys) const
{
    RequestState<Evidence> state = m_evidence.stateOf(keys.answer);
    if (keys.rivals.isEmpty())
        return state;
    for (const MeasurePtr &measure : m_kind.banded) {
        const RequestState<RivalBand> rivals = m_rivals.stateOf(bandKey(keys, *measure));
        if (state.value && (rivals.value || rivals.error)) {
            Evidence whole = *state.value;
            if (rivals.value)
                addRivals(whole, *measure, *rivals.value);
            else
                whole.failed.push_back(*rivals.error); // what was measured of the map itself stays
            state.value = std::make_shared<const Evidence>(std::move(whole));
        }
        state.active = state.active || rivals.active;
        state.stopped = state.stopped || rivals.stopped;
    }
    return state;
}

std::shared_ptr<const RivalBand> BoardEvidence::band(const EvidenceKeys &keys, const Measure &measure) const
{
    return m_rivals.stateOf(bandKey(keys, measure)).value;
}

bool BoardEvidence::isLeftUndone(const EvidenceKeys &keys) const
{
    const auto isLeft = [](const auto &cache, const QString &key) {
        return cache.isStopped(key) || cache.stateOf(key).error;
    };
    return isLeft(m_evidence, keys.answer)
        || std::ranges::any_of(m_kind.banded,
            [&](const MeasurePtr &measure) { return isLeft(m_rivals, bandKey(keys, *measure)); });
}

void BoardEvidence::startAgain(const EvidenceKeys &keys)
{
    const auto again = [](auto &cache, const QString &key) {
        if (cache.isStopped(key) || cache.stateOf(key).error)
            cache.forget(key);
    };
    again(m_evidence, keys.answer);
    for (const MeasurePtr &measure : m_kind.banded)
        again(m_rivals, bandKey(keys, *measure));
    Q_EMIT changed();
}

} // namespace convscope
