#include "ui/evaluation/evaluator.h"

#include "ui/present/paths.h"

#include <algorithm>
#include <functional>
#include <mutex>
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

/// Changes with any name and their order.
std::size_t fingerprint(const PhotoSet &set)
{
    std::size_t sum = set.photos.size();
    for (const PhotoRef &photo : set.photos)
        sum = sum * 31 + std::hash<std::string_view>()(photo.file.native());
    return sum;
}

/// What the lane's thread has found out and the GUI thread has not fetched yet.
class Mailbox
{
public:
    using Answers = std::vector<std::pair<int, std::optional<Verdict>>>; ///< by place; none: cannot be read

    void post(int place, const std::optional<Verdict> &verdict)
    {
        const std::lock_guard lock(m_mutex);
        m_answers.emplace_back(place, verdict);
    }

    Answers fetch()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_answers, {});
    }

private:
    std::mutex m_mutex;
    Answers m_answers;
};

/// Runs over the photos at some places of a set and posts each answer.
class PostingRun : public Computation
{
public:
    PostingRun(std::shared_ptr<const Network> network, const PhotoSet &set, std::vector<int> places,
        std::shared_ptr<Mailbox> mailbox)
        : m_network(std::move(network))
        , m_places(std::move(places))
        , m_mailbox(std::move(mailbox))
        , m_run(*m_network, photosAt(set, m_places))
    {
    }

    bool step() override
    {
        const auto at = std::size_t(m_run.progress().done);
        const bool more = m_run.step();
        if (at >= m_places.size())
            return more;
        std::optional<Verdict> verdict;
        if (const std::optional<int> predicted = m_run.result().predicted[at])
            verdict = Verdict{*predicted, m_run.result().confidence[at]};
        m_mailbox->post(m_places[at], verdict);
        return more;
    }

    Progress progress() const override { return m_run.progress(); }

private:
    static std::vector<PhotoRef> photosAt(const PhotoSet &set, const std::vector<int> &places)
    {
        std::vector<PhotoRef> photos;
        for (const int place : places)
            photos.push_back(set.photos[std::size_t(place)]);
        return photos;
    }

    std::shared_ptr<const Network> m_network;
    std::vector<int> m_places;
    std::shared_ptr<Mailbox> m_mailbox;
    EvaluationRun m_run;
};

} // namespace

Evaluator::Evaluator(Lane &networkLane, QObject *parent)
    : QObject(parent)
    , m_networkLane(networkLane)
{
    m_publish.setSingleShot(true);
    m_publish.setInterval(publishEvery);
    connect(&m_publish, &QTimer::timeout, this, &Evaluator::publish);
}

void Evaluator::setNetwork(std::shared_ptr<const Network> network, const QString &identity)
{
    setAside();
    m_network = std::move(network);
    m_identity = identity;
    takeUp();
}

void Evaluator::setPhotos(std::shared_ptr<const PhotoSet> set, bool listed)
{
    setAside();
    m_set = listed ? std::move(set) : std::make_shared<PhotoSet>();
    m_fingerprint = fingerprint(*m_set);
    takeUp();
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
    }
    const auto kept = std::ranges::find(m_kept, m_answers.key, &Answers::key);
    if (complete && kept != m_kept.end()) {
        m_answers = std::move(*kept);
        m_kept.erase(kept);
    }
    m_done = int(std::ranges::count(m_answers.done, true));
    m_evaluation = Evaluation(complete ? m_network->info().classCount : 0, m_answers.verdicts.size());
    for (std::size_t place = 0; place < m_answers.verdicts.size(); ++place) {
        if (const Verdict &said = m_answers.verdicts[place]; said.known())
            m_evaluation.add(place, m_set->photos[place].label, said.predicted, said.confidence);
    }
    publish();
}

bool Evaluator::canStart() const { return m_network && m_done < int(m_answers.done.size()) && !isRunning(); }

void Evaluator::start()
{
    if (!canStart())
        return;
    std::vector<int> places;
    for (std::size_t place = 0; place < m_answers.done.size(); ++place) {
        if (!m_answers.done[place])
            places.push_back(int(place));
    }
    const QString what =
        m_set->split.empty() ? displayText(m_set->folder.filename()) : QString::fromStdString(m_set->split);
    auto mailbox = std::make_shared<Mailbox>();
    m_sinceAnswer.start();
    m_busy = 0;
    m_answered = 0;
    const auto take = [this, mailbox] { hear(mailbox->fetch()); };
    const auto end = [this, take] {
        take();
        publish();
    };
    m_job = m_networkLane.start<PostingRun, bool>(
        {Urgency::Evaluation, tr("Evaluating %1").arg(what), m_network},
        [network = m_network, set = m_set, places = std::move(places), mailbox] {
            return std::make_unique<PostingRun>(network, *set, places, mailbox);
        },
        [](PostingRun &) { return std::optional(true); }, // its answers have been posted
        {
            .done = [end](bool) { end(); },
            .failed = [end](const Error &) { end(); },
            .progress = [take](Progress) { take(); },
            .stopped = [end](const auto &) { end(); },
        });
    publish();
}

void Evaluator::stop() { m_job.stop(); }

void Evaluator::hear(const std::vector<std::pair<int, std::optional<Verdict>>> &answers)
{
    if (answers.empty())
        return;
    if (!isWaiting())
        m_busy += m_sinceAnswer.elapsed();
    m_sinceAnswer.start();
    m_answered += int(answers.size());
    for (const auto &[place, verdict] : answers)
        put(place, verdict);
}

void Evaluator::put(int place, const std::optional<Verdict> &verdict)
{
    const auto at = std::size_t(place);
    if (m_answers.done[at])
        return;
    m_answers.done[at] = true;
    ++m_done;
    if (verdict) {
        m_answers.verdicts[at] = *verdict;
        m_evaluation.add(at, m_set->photos[at].label, verdict->predicted, verdict->confidence);
    }
    if (!m_publish.isActive())
        m_publish.start();
}

void Evaluator::add(const PhotoRef &photo, const Verdict &verdict)
{
    const auto same = [&](const PhotoRef &other) { return other.file.native() == photo.file.native(); };
    const auto found = std::ranges::find_if(m_set->photos, same);
    if (m_network && found != m_set->photos.end())
        put(int(found - m_set->photos.begin()), verdict);
}

void Evaluator::publish()
{
    m_publish.stop();
    m_published = std::make_shared<const Verdicts>(m_done > 0 ? m_answers.verdicts : Verdicts{});
    Q_EMIT changed();
}

bool Evaluator::isWaiting() const { return isRunning() && m_sinceAnswer.hasExpired(waitsAfter.count()); }

std::optional<std::chrono::milliseconds> Evaluator::timeLeft() const
{
    if (!isRunning() || m_answered < fewAnswers)
        return {};
    return std::chrono::milliseconds(m_busy * (photoCount() - m_done) / m_answered);
}

} // namespace convscope
