#include "ui/evaluation/evaluator.h"

#include "ui/present/paths.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace convscope {

namespace {

using namespace std::chrono_literals;

constexpr auto publishEvery = 250ms;
constexpr std::size_t mostKept = 8;
/// Below that the rate is not known well enough to tell how long it takes.
constexpr int fewAnswers = 5;
/// No network takes that long for a photo.
constexpr auto waitsAfter = 1500ms;
/// So much is lost at most where the program is killed.
constexpr auto keepEvery = 20s;

/// Changes with any name and their order.
std::size_t fingerprint(const PhotoSet &set)
{
    std::size_t sum = set.photos.size();
    for (const PhotoRef &photo : set.photos)
        sum = sum * 31 + std::hash<std::string_view>()(photo.file.native());
    return sum;
}

std::int64_t now()
{
    const auto time = std::filesystem::file_time_type::clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(time).count();
}

} // namespace

Evaluator::Evaluator(Lane &networkLane, QObject *parent)
    : QObject(parent)
    , m_networkLane(networkLane)
    , m_since(now())
{
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
    setAside();
    m_network = std::move(network);
    m_identity = identity;
    m_source = source;
    takeUp();
}

void Evaluator::setPhotos(std::shared_ptr<const PhotoSet> set, bool listed)
{
    const bool wasRunning = isRunning();
    const QString before = key();
    setAside();
    m_set = listed ? std::move(set) : std::make_shared<PhotoSet>();
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

void Evaluator::setAside()
{
    m_job = {};
    m_startAsked = false;
    m_lookingUp = {};
    keepOnDisk();
    m_unkept = false;
    if (!m_network || m_done == 0)
        return;
    m_kept.push_back(std::move(m_answers));
    if (m_kept.size() > mostKept)
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
        m_answers.done.resize(m_set->photos.size());
        m_answers.told.resize(m_set->photos.size());
    }
    const auto kept = std::ranges::find(m_kept, m_answers.key, &Answers::key);
    if (complete && kept != m_kept.end()) {
        m_answers = std::move(*kept);
        m_kept.erase(kept);
        m_unkept = true; // when it was set aside, it may not have been known of which file the network is
    }
    m_done = int(std::ranges::count(m_answers.done, true));
    m_evaluation = Evaluation(complete ? m_network->info().classCount : 0, m_answers.verdicts.size());
    for (std::size_t place = 0; place < m_answers.verdicts.size(); ++place) {
        if (const Verdict &said = m_answers.verdicts[place]; said.known())
            m_evaluation.add(place, m_set->photos[place].label, said.predicted, said.confidence);
    }
    if (complete && m_source.stamp && !keptFolder().empty())
        lookUp();
    publish();
}

bool Evaluator::canStart() const { return m_network && m_done < int(m_answers.done.size()) && !isRunning(); }

void Evaluator::start()
{
    if (!canStart())
        return;
    if (m_lookingUp.isActive()) {
        m_startAsked = true;
        publish();
        return;
    }
    std::vector<int> places;
    for (std::size_t place = 0; place < m_answers.done.size(); ++place) {
        if (!m_answers.done[place])
            places.push_back(int(place));
    }
    const QString what =
        m_set->split.empty() ? displayText(m_set->folder.filename()) : QString::fromStdString(m_set->split);
    auto box = std::make_shared<AnswerBox>();
    m_sinceAnswer.start();
    m_busy = 0;
    m_answered = 0;
    const auto take = [this, box] { hear(box->fetch()); };
    const auto end = [this, take] {
        take();
        publish();
        keepOnDisk();
    };
    m_job = m_networkLane.start<AskingRun, bool>(
        {Urgency::Evaluation, [what] { return tr("Evaluating %1").arg(what); }, m_network,
            {m_done, photoCount()}, [this] { start(); }},
        [network = m_network, set = m_set, places = std::move(places), box] {
            return std::make_unique<AskingRun>(network, set, places, box);
        },
        [](AskingRun &) { return std::optional(true); }, // its answers have been posted
        {
            .done = [end](bool) { end(); },
            .failed = [end](const Error &) { end(); },
            .progress = [take](Progress) { take(); },
            .stopped = [end](const auto &) { end(); },
        });
    publish();
}

void Evaluator::stop()
{
    if (std::exchange(m_startAsked, false))
        publish();
    m_job.stop();
}

void Evaluator::hear(const AnswerBox::Answers &answers)
{
    if (answers.empty())
        return;
    if (!isWaiting())
        m_busy += m_sinceAnswer.elapsed();
    m_sinceAnswer.start();
    m_answered += int(answers.size());
    for (const auto &[place, answer] : answers)
        put(place, answer);
}

/// Without an answer the photo cannot be read.
void Evaluator::put(int place, std::shared_ptr<const KeptAnswer> answer)
{
    const auto at = std::size_t(place);
    if (m_answers.done[at])
        return;
    m_answers.done[at] = true;
    ++m_done;
    if (answer) {
        const ClassShare &best = answer->likeliest.front();
        m_answers.verdicts[at] = {best.label, best.probability};
        m_answers.told[at] = std::move(answer);
        m_evaluation.add(at, m_set->photos[at].label, best.label, best.probability);
        m_unkept = true;
        if (!m_keep.isActive())
            m_keep.start();
    }
    if (!m_publish.isActive())
        m_publish.start();
}

void Evaluator::add(const PhotoRef &photo, const Prediction &said)
{
    const auto same = [&](const PhotoRef &other) { return other.file.native() == photo.file.native(); };
    const auto found = std::ranges::find_if(m_set->photos, same);
    if (!m_network || found == m_set->photos.end())
        return;
    put(int(found - m_set->photos.begin()),
        std::make_shared<const KeptAnswer>(KeptAnswer{nameBelow(*m_set, photo), {}, {}, likeliest(said)}));
}

void Evaluator::publish()
{
    m_publish.stop();
    m_published = std::make_shared<const Verdicts>(m_done > 0 ? m_answers.verdicts : Verdicts{});
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

bool Evaluator::isWaiting() const { return isRunning() && m_sinceAnswer.hasExpired(waitsAfter.count()); }

std::optional<std::chrono::milliseconds> Evaluator::timeLeft() const
{
    if (!isRunning() || m_answered < fewAnswers)
        return {};
    return std::chrono::milliseconds(m_busy * (photoCount() - m_done) / m_answered);
}

} // namespace convscope
