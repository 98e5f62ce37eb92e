#include "ui/microscope/microscope.h"

#include "core/data/photonames.h"
#include "ui/present/keptindexes.h"
#include "ui/present/results.h"
#include "ui/present/sentences.h"

#include <utility>

namespace convscope {

namespace {

constexpr int fewPhotos = 5; ///< before that nobody knows how long a photo takes
constexpr auto jobKind = "index"; ///< of the building

QByteArray hashOf(const IndexedPhoto &photo)
{
    return {reinterpret_cast<const char *>(photo.hash.data()), qsizetype(photo.hash.size())};
}

/// Builds an index, and holds what it works on.
class Building : public Computation
{
public:
    Building(std::shared_ptr<const Network> network, const IndexSource &source,
        const std::shared_ptr<const PhotoSet> &set, std::shared_ptr<AnswerBox> box)
        : m_network(std::move(network))
        , m_run(*m_network, source.plan, set, source.folder, source.about, {},
              [set, box = std::move(box)](const IndexedAnswer &answer) { post(*set, answer, *box); })
    {
    }

    bool step() override { return m_run.step(); }
    Progress progress() const override { return m_run.progress(); }
    /// Also of a run that was stopped: what is known then is merged.
    int settle()
    {
        m_run.settle();
        return int(m_run.failures().size());
    }

private:
    static void post(const PhotoSet &set, const IndexedAnswer &answer, AnswerBox &box)
    {
        Asked asked;
        asked.place = int(answer.place);
        asked.at = std::chrono::steady_clock::now();
        if (answer.said) {
            KeptAnswer kept;
            kept.photo = nameBelow(set, set.photos[answer.place]);
            kept.stamp = answer.photo.stamp;
            kept.hash = hashOf(answer.photo);
            kept.likeliest = likeliest(*answer.said);
            asked.answer = std::make_shared<const KeptAnswer>(std::move(kept));
        } else {
            asked.error = *answer.error;
        }
        box.post(std::move(asked));
    }

    std::shared_ptr<const Network> m_network;
    IndexRun m_run;
};

/// What the network said to photos while the index was built, of photos that have not changed since.
std::vector<Asked> answersOf(const IndexView &view, const PhotoSet &set)
{
    std::vector<Asked> answers;
    for (std::size_t each = 0; each < view.known.size(); ++each) {
        const IndexedPhoto &photo = view.known[each];
        if (view.work.isDropped[each] || photo.predicted < 0)
            continue;
        const std::size_t place = *view.work.places[each];
        KeptAnswer kept{nameBelow(set, set.photos[place]), photo.stamp, hashOf(photo),
            {{photo.predicted, photo.confidence}}};
        answers.push_back({int(place), {}, std::make_shared<const KeptAnswer>(std::move(kept)), {}});
    }
    return answers;
}

/// Photos that the index knows and the set does not, although they are there.
std::int64_t unlistedOf(const IndexView &view, const PhotoSet &set)
{
    std::int64_t count = 0;
    for (std::size_t each = 0; each < view.known.size(); ++each) {
        std::error_code error;
        if (!view.work.places[each])
            count += std::filesystem::exists(set.folder / view.known[each].name, error);
    }
    return count;
}

} // namespace

Microscope::Microscope(Lane &networkLane, QObject *parent)
    : QObject(parent)
    , m_networkLane(networkLane)
{
}

Microscope::~Microscope() = default;

void Microscope::setNetwork(std::shared_ptr<const Network> network, const NetworkSource &source)
{
    assertGuiThread(Q_FUNC_INFO);
    m_network = std::move(network);
    m_source = source;
    m_planning = {};
    m_plan.reset();
    m_networkHash.clear();
    begin();
}

void Microscope::setPhotos(std::shared_ptr<const PhotoSet> set)
{
    assertGuiThread(Q_FUNC_INFO);
    m_set = std::move(set);
    begin();
}

void Microscope::setWanted(bool wanted)
{
    if (std::exchange(m_wanted, wanted) == wanted || !wanted)
        return;
    if (!m_standing && !m_looking.isActive())
        lookUp();
    else
        notice();
}

/// With other photos or another network. What has been built so far is on disk.
void Microscope::begin()
{
    m_building = {};
    m_looking = {};
    m_noticing = {};
    m_recovered.clear();
    m_isUnreadable = false;
    m_buildAsked = false;
    m_indexSource.reset();
    m_standing.reset();
    m_index.reset();
    m_problem.clear();
    m_buildProblem.clear();
    m_progress = {};
    m_since.invalidate();
    if (m_wanted)
        lookUp();
    Q_EMIT changed();
}

/// What is looked at in the network. Only one lane may touch that.
void Microscope::plan()
{
    m_planning = m_networkLane.call<IndexPlan>({.urgency = Urgency::Quick, .title = {}, .network = m_network},
        [network = m_network] { return planIndex(*network); },
        {.done =
                [this](IndexPlan plan) {
                    m_plan = std::move(plan);
                    lookUp();
                },
            .failed = [this](const Error &error) { fail(error); }});
}

void Microscope::lookUp()
{
    if (!isComplete())
        return;
    if (!m_plan) {
        if (!m_planning.isActive())
            plan();
        return;
    }
    m_looking = m_disk.call<Found>({Urgency::Open, {}},
        [info = m_network->info(), plan = *m_plan, file = m_source.file, hash = m_networkHash, set = m_set] {
            Found found;
            found.networkHash = hash.isEmpty() ? fileHash(file) : hash;
            found.source = indexSource(info, plan, found.networkHash, *set);
            const IndexFolder &folder = found.source.folder;
            if (folder.root().empty())
                return found;
            try {
                found.view = viewOf(folder, *set);
                if (found.view.index) {
                    found.answers = answersOf(found.view, *set);
                    found.unlisted = unlistedOf(found.view, *set);
                    found.view.standing.gone -= found.unlisted;
                    touchIndex(folder.root());
                }
            } catch (const Error &error) {
                found.problem = error;
            }
            return found;
        },
        {.done = [this](Found found) { hear(std::move(found)); },
            .failed = [this](const Error &error) { fail(error); }});
}

void Microscope::hear(Found found)
{
    m_networkHash = found.networkHash;
    const bool buildAsked = std::exchange(m_buildAsked, false);
    if (found.source.folder.root().empty()) {
        m_problem = tr("There is no home folder to keep an index in.");
        Q_EMIT changed();
        return;
    }
    if (!found.answers.empty())
        Q_EMIT answered(found.answers);
    m_indexSource = std::move(found.source);
    m_index = std::move(found.view.index);
    m_standing = found.view.standing;
    m_unlisted = found.unlisted;
    m_isUnreadable = found.problem.has_value();
    m_problem = found.problem ? sentence(*found.problem) : m_buildProblem;
    if (buildAsked && m_problem.isEmpty())
        build();
    Q_EMIT changed();
}

namespace {

/// Whether an error is of the index's files, and not of what was asked.
bool isOfFiles(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NoSuchFile:
    case ErrorKind::CannotRead:
    case ErrorKind::FileEmpty:
    case ErrorKind::NotAnIndex:
    case ErrorKind::IndexDamaged:
    case ErrorKind::IndexTooNew:
    case ErrorKind::IndexMissing:
        return true;
    default:
        return false;
    }
}

} // namespace

/// Files of an index are opened when they are asked for. Where another program has replaced the whole since,
/// they are gone, and there is a new one. False: the error stands.
bool Microscope::recover(const OpenIndex &index, const Error &error)
{
    if (!isOfFiles(error.kind()))
        return false;
    if (index != m_index || m_looking.isActive())
        return true; // it is asked anew
    if (std::exchange(m_recovered, index->about().whole) != index->about().whole) {
        lookUp();
        return true;
    }
    m_isUnreadable = true;
    m_problem = sentence(error);
    Q_EMIT changed();
    return false;
}

void Microscope::lookAgain()
{
    assertGuiThread(Q_FUNC_INFO);
    m_recovered.clear();
    m_problem.clear();
    m_buildProblem.clear();
    m_isUnreadable = false;
    m_standing.reset();
    m_index.reset();
    lookUp();
    Q_EMIT changed();
}

void Microscope::notice()
{
    assertGuiThread(Q_FUNC_INFO);
    if (!m_standing || !m_indexSource || isBuilding() || m_looking.isActive() || m_removing.isActive())
        return;
    m_noticing = m_disk.call<std::string>({Urgency::Open, {}},
        [folder = m_indexSource->folder] {
            const std::optional<IndexFolder::About> about = folder.about();
            return about ? about->whole : std::string();
        },
        {.done =
                [this](const std::string &whole) {
                    if (whole != (m_index ? m_index->about().whole : std::string()))
                        lookUp();
                },
            .failed = [this](const Error &) { lookUp(); }});
}

/// Of the building: it is said until that is tried again.
void Microscope::fail(const Error &error)
{
    m_buildProblem = sentence(error);
    m_problem = m_buildProblem;
    m_buildAsked = false;
    Q_EMIT changed();
}

void Microscope::build()
{
    assertGuiThread(Q_FUNC_INFO);
    if (!isComplete() || isBuilding())
        return;
    if (!m_indexSource) {
        m_buildAsked = true;
        if (!m_looking.isActive())
            lookUp();
        return;
    }
    m_problem.clear();
    m_buildProblem.clear();
    m_progress = {};
    m_since.invalidate();
    m_box = std::make_shared<AnswerBox>();
    const auto take = [this, box = m_box] {
        if (const std::vector<Asked> answers = box->fetch(); !answers.empty())
            Q_EMIT answered(answers);
    };
    const auto end = [this, take] {
        take();
        lookUp();
        Q_EMIT changed();
    };
    m_building = m_networkLane.start<Building, int>(
        {.urgency = Urgency::Background,
            .title = [] { return tr("Finding what excites filters"); },
            .network = m_network,
            .again = [this] { build(); },
            .kind = QLatin1String(jobKind)},
        [network = m_network, source = *m_indexSource, set = m_set, box = m_box] {
            return std::make_unique<Building>(network, source, set, box);
        },
        [](Building &building) { return std::optional(building.settle()); },
        {
            .done = [end](int) { end(); },
            .failed =
                [this, end](const Error &error) {
                    end();
                    fail(error);
                },
            .progress =
                [this, take](Progress progress) {
                    if (!m_since.isValid())
                        m_since.start();
                    m_progress = progress;
                    take();
                    Q_EMIT changed();
                },
            .stopped = [end](const auto &) { end(); },
        });
    Q_EMIT changed();
}

void Microscope::stop()
{
    assertGuiThread(Q_FUNC_INFO);
    m_buildAsked = false;
    m_building.stop();
}

std::optional<std::chrono::milliseconds> Microscope::perPhoto() const
{
    if (!m_since.isValid() || m_progress.done < fewPhotos)
        return {};
    return std::chrono::milliseconds(m_since.elapsed() / m_progress.done);
}

std::optional<std::chrono::milliseconds> Microscope::timeLeft() const
{
    if (!isBuilding() || !perPhoto())
        return {};
    return *perPhoto() * (m_progress.total - m_progress.done);
}

QString Microscope::waitsFor() const
{
    for (const JobInfo &job : m_networkLane.jobs()) {
        if (job.kind != jobKind)
            return job.title;
    }
    return {};
}

void Microscope::removeThis()
{
    if (m_indexSource)
        remove([folder = m_indexSource->folder.root()] { removeIndex(folder); });
}

void Microscope::removeAll() { remove(removeIndexes); }

void Microscope::remove(std::function<void()> removal)
{
    assertGuiThread(Q_FUNC_INFO);
    m_building = {};
    m_index.reset();
    m_standing.reset();
    m_problem.clear();
    m_buildProblem.clear();
    m_isUnreadable = false;
    m_recovered.clear();
    m_removing = m_disk.call<bool>({Urgency::Open, {}},
        [removal = std::move(removal)] {
            removal();
            return true;
        },
        {.done = [this](bool) { lookUp(); },
            .failed =
                [this](const Error &error) {
                    lookUp();
                    fail(error);
                }});
    Q_EMIT changed();
}

} // namespace convscope
