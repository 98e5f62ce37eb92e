#include "ui/evaluation/evaluator.h"

#include "ui/present/guithread.h"
#include "ui/present/paths.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace convscope {

namespace {

using namespace std::chrono_literals;

constexpr auto publishEvery = 250ms;
constexpr std::size_t maxKept = 8;
/// Below that the rate is not known well enough to tell how long it takes.
constexpr int fewAnswers = 5;
/// No network takes that long for a photo.
constexpr auto waitsAfter = 1500ms;
/// So much is lost at most where the program is killed.
constexpr auto keepEvery = 20s;
/// The disk is waited for as long as it takes, but at the end.
constexpr auto never = std::chrono::hours(24 * 365);
constexpr auto stepAtEnd = 2s;

/// Changes with any name and their order.
std::size_t fingerprint(const PhotoSet &set)
{
    std::size_t sum = set.photos.size();
    for (const PhotoRef &photo : set.photos)
        sum = sum * 31 + std::hash<std::string_view>()(photo.file.native());
    return sum;
}

} // namespace

Evaluator::Evaluator(Lane &networkLane, QObject *parent)
    : QObject(parent)
    , m_networkLane(networkLane)
{
    m_keeper.setPatience(never, stepAtEnd);
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepEvery);
    connect(&m_keep, &QTimer::timeout, this, &Evaluator::keepOnDisk);
    m_publish.setSingleShot(true);
    m_publish.setInterval(publishEvery);
    connect(&m_publish, &QTimer::timeout, this, &Evaluator::publish);
}

void Evaluator::setNetwork(
    std::shared_ptr<const Network> network, const QString &identity, const NetworkSource &source)
{
    assertGuiThread(Q_FUNC_INFO);
    setAside();
    m_network = std::move(network);
    m_identity = identity;
    m_source = source;
    takeUp();
}

void Evaluator::setPhotos(std::shared_ptr<const PhotoSet> set)
{
    assertGuiThread(Q_FUNC_INFO);
    const bool wasRunning = isRunning() && !m_job.isStopping();
    const QString before = key();
    setAside();
    m_set = std::move(set);
    m_fingerprint = fingerprint(*m_set);
    takeUp();
    if (wasRunning && key() == before) // the same photos, with other labels
        start();
}

QString Evaluator::key() const
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(m_fingerprint)
        .arg(displayText(m_set->folder), QString::fromStdString(m_set->split), m_identity);
}

/// What has been answered is taken.
void Evaluator::leaveWork()
{
    m_startAsked = false;
    m_lookingUp = {};
    m_job = {};
    if (m_box)
        hear(m_box->fetch());
    m_box.reset();
}

/// But for failures, which may have passed when the photos are taken up again.
void Evaluator::setAside()
{
    leaveWork();
    keepOnDisk();
    m_unkept = false;
    if (!m_network || m_evaluation.images == 0)
        return;
    m_kept.push_back(std::move(m_answers));
    if (m_kept.size() > maxKept)
        m_kept.erase(m_kept.begin());
}

/// What is known of the network and the photos that are there now.
void Evaluator::takeUp()
{
    const bool complete = m_network && !m_set->photos.empty();
    m_answers = {};
    if (complete) {
        m_answers.key = key();
        m_answers.verdicts.resize(m_set->photos.size());
        m_answers.told.resize(m_set->photos.size());
        m_answers.at.resize(m_set->photos.size());
    }
    const auto kept = std::ranges::find(m_kept, m_answers.key, &Answers::key);
    if (complete && kept != m_kept.end()) {
        m_answers = std::move(*kept);
        m_kept.erase(kept);
        m_unkept = true; // when it was set aside, it may not have been known of which file the network is
    }
    forgetFailures();
    m_evaluation = Evaluation(complete ? m_network->info().classCount : 0, m_answers.verdicts.size());
    for (std::size_t place = 0; place < m_answers.verdicts.size(); ++place) {
        if (const Verdict &said = m_answers.verdicts[place]; said.known())
            m_evaluation.add(place, m_set->photos[place].label, said.predicted, said.confidence);
    }
    const bool hasDisk = m_source.stamp && !keptFolder().empty();
    if (complete && (hasDisk || m_evaluation.images > 0))
        lookUp();
    publish();
}

bool Evaluator::canStart() const
{
    return m_evaluation.images < int(m_answers.told.size()) && (!isRunning() || m_job.isStopping());
}

void Evaluator::start()
{
    assertGuiThread(Q_FUNC_INFO);
    if (!canStart())
        return;
    if (m_lookingUp.isActive()) {
        m_startAsked = true;
        publish();
        return;
    }
    leaveWork(); // whose last step may still run, and is not waited for
    forgetFailures();
    std::vector<int> places;
    for (std::size_t place = 0; place < m_answers.told.size(); ++place) {
        if (!m_answers.told[place])
            places.push_back(int(place));
    }
    const QString what =
        m_set->split.empty() ? displayText(m_set->folder.filename()) : QString::fromStdString(m_set->split);
    m_box = std::make_shared<AnswerBox>();
    m_sinceAnswer.start();
    m_busy = 0;
    m_answered = 0;
    const auto take = [this, box = m_box] { hear(box->fetch()); };
    const auto end = [this, take] {
        take();
        publish();
        keepOnDisk();
    };
    m_job = m_networkLane.start<AskingRun, bool>(
        {.urgency = Urgency::Background,
            .title = [what] { return tr("Evaluating %1").arg(what); },
            .network = m_network,
            .begin = {doneCount(), photoCount()},
            .again = [this] { start(); },
            .kind = QStringLiteral("evaluation")},
        [network = m_network, set = m_set, places = std::move(places), box = m_box] {
            return std::make_unique<AskingRun>(network, set, places, box);
        },
        [](AskingRun &) { return std::optional(true); }, // its answers have been posted
        {
            .done = [end](bool) { end(); },
            .failed =
                [this, end](const Error &error) {
                    if (!m_failure)
                        m_failure = error;
                    end();
                },
            .progress = [take](Progress) { take(); },
            .stopped = [end](const auto &) { end(); },
        });
    publish();
}

void Evaluator::stop()
{
    assertGuiThread(Q_FUNC_INFO);
    if (std::exchange(m_startAsked, false))
        publish();
    m_job.stop();
}

void Evaluator::hear(const std::vector<Asked> &asked)
{
    if (asked.empty())
        return;
    if (!isWaiting())
        m_busy += m_sinceAnswer.elapsed();
    m_sinceAnswer.start();
    m_answered += int(asked.size());
    for (const Asked &each : asked) {
        if (each.answer)
            put(each.place, each.answer, each.at);
        else
            fail(each.place, *each.error);
    }
}

/// Of the same version of a photo the answer is the same.
void Evaluator::put(int place, std::shared_ptr<const KeptAnswer> answer, Time at)
{
    const auto photo = std::size_t(place);
    if (const auto &before = m_answers.told[photo]) {
        if (before->stamp == answer->stamp || at <= m_answers.at[photo])
            return;
        clear(place);
    }
    if (m_hasFailed[photo]) {
        m_hasFailed[photo] = false;
        --m_failed;
    }
    const ClassShare &best = answer->likeliest.front();
    m_answers.verdicts[photo] = {best.label, best.probability};
    m_evaluation.add(photo, m_set->photos[photo].label, best.label, best.probability);
    m_answers.told[photo] = std::move(answer);
    m_answers.at[photo] = at;
    m_unkept = true;
    if (!m_keep.isActive())
        m_keep.start();
    if (!m_publish.isActive())
        m_publish.start();
}

void Evaluator::clear(int place)
{
    const auto photo = std::size_t(place);
    m_evaluation.remove(photo, m_set->photos[photo].label);
    m_answers.verdicts[photo] = {};
    m_answers.told[photo].reset();
}

void Evaluator::fail(int place, const Error &error)
{
    const auto photo = std::size_t(place);
    if (m_answers.told[photo] || m_hasFailed[photo])
        return; // answered meanwhile
    m_hasFailed[photo] = true;
    ++m_failed;
    if (!m_failure)
        m_failure = error;
    if (!m_publish.isActive())
        m_publish.start();
}

void Evaluator::forgetFailures()
{
    m_hasFailed.assign(m_answers.told.size(), false);
    m_failed = 0;
    m_failure.reset();
}

void Evaluator::add(const PhotoRef &photo, const Prediction &said, const FileSight &before)
{
    assertGuiThread(Q_FUNC_INFO);
    const auto same = [&](const PhotoRef &other) { return other.file.native() == photo.file.native(); };
    const auto found = std::ranges::find_if(m_set->photos, same);
    if (!m_network || found == m_set->photos.end())
        return;
    KeptAnswer answer{nameBelow(*m_set, photo), before.stamp.value_or(FileStamp()), {}, likeliest(said)};
    put(int(found - m_set->photos.begin()), std::make_shared<const KeptAnswer>(std::move(answer)), before.at);
}

void Evaluator::take(const std::vector<Asked> &answers)
{
    assertGuiThread(Q_FUNC_INFO);
    for (const Asked &each : answers) {
        const auto place = std::size_t(each.place);
        if (!each.answer || place >= m_set->photos.size()
            || nameBelow(*m_set, m_set->photos[place]) != each.answer->photo)
            continue; // of photos that were open before
        put(each.place, each.answer, each.at);
    }
}

void Evaluator::publish()
{
    m_publish.stop();
    m_published = std::make_shared<const Verdicts>(m_evaluation.images > 0 ? m_answers.verdicts : Verdicts{});
    Q_EMIT changed();
}

namespace {

/// With the folder that it lies in: many networks are called checkpoint.pth, many folders validation.
QString lastParts(const std::filesystem::path &path)
{
    const std::filesystem::path folder = path.parent_path().filename();
    return displayText(folder.empty() ? path.filename() : folder / path.filename());
}

} // namespace

QString Evaluator::networkName() const { return m_network ? lastParts(m_network->info().file) : QString(); }

QString Evaluator::photosName() const
{
    if (m_set->photos.empty())
        return {};
    return m_set->folder.empty() ? tr("chosen one by one") : lastParts(m_set->folder);
}

bool Evaluator::isWaiting() const { return m_job.isActive() && m_sinceAnswer.hasExpired(waitsAfter.count()); }

std::optional<std::chrono::milliseconds> Evaluator::timeLeft() const
{
    if (!m_job.isActive() || m_answered < fewAnswers)
        return {};
    return std::chrono::milliseconds(m_busy * (photoCount() - doneCount()) / m_answered);
}

} // namespace convscope
