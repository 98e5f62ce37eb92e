#include "core/explain/comparisonrun.h"

#include "core/explain/comparedphotosink.h"
#include "core/io/sha256.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace convscope {

namespace {

using Clock = std::chrono::steady_clock;

/// So much is lost at most where the program is killed.
constexpr std::chrono::seconds keepEvery(5);
/// Writing takes at most about such a part of the time.
constexpr int writingShare = 50;

bool isComplete(const ComparedMap &map) { return map.isComplete(); }

/// Whether nothing of it is missing.
bool isWhole(const ComparedPhoto &photo)
{
    return std::all_of(photo.maps.begin(), photo.maps.end(), isComplete) && photo.predicted && !photo.sameAs
        && !photo.error;
}

bool areRivalsComplete(const ComparedPhoto &photo)
{
    return std::all_of(photo.maps.begin(), photo.maps.begin() + comparedRivals.size(), isComplete);
}

/// The number that the hash begins with.
std::uint32_t beginningOf(const std::string &hash)
{
    return std::uint32_t(std::stoul(hash.substr(0, 8), nullptr, 16));
}

/// The questions that are asked about a photo: those of which something is missing. Where only something of
/// the rivals is missing, the one whose class they are measured for.
std::vector<std::size_t> missingQuestions(const ComparisonPlan &plan, const ComparedPhoto &photo)
{
    std::vector<std::size_t> missing;
    std::optional<std::size_t> first;
    for (std::size_t question = 0; question < plan.questions.size(); ++question) {
        const ComparedMap &map = photo.maps[comparedRivals.size() + question];
        if (map.target && !first)
            first = question;
        if (!isComplete(map))
            missing.push_back(question);
    }
    const bool isThere = first && std::find(missing.begin(), missing.end(), *first) != missing.end();
    if (first && !isThere && !areRivalsComplete(photo))
        missing.insert(missing.begin(), *first);
    std::sort(missing.begin(), missing.end());
    return missing;
}

} // namespace

struct ComparisonRun::State
{
    State(const Network &networkToAsk, ComparisonPlan planToFollow, OpenStore open)
        : network(networkToAsk)
        , plan(std::move(planToFollow))
        , openStore(std::move(open))
        , photos(plan.photos.size())
    {
    }

    bool step();
    void look();
    void begin();
    void work();
    void end();
    void publish() { photos[place] = std::make_shared<const ComparedPhoto>(photo); }
    void keepWhenDue();
    void keep();

    const Network &network;
    const ComparisonPlan plan;
    OpenStore openStore;
    std::unique_ptr<ComparisonStore> store;
    std::optional<Error> notKept;
    /// To draw a network takes long, and all photos are measured with the same one.
    const std::shared_ptr<RedrawnNetwork> redrawn = std::make_shared<RedrawnNetwork>();
    ComparedPhotos photos;
    std::unordered_map<std::string, std::size_t> seen; ///< places of photos by their hashes
    int knownBefore = 0;
    std::size_t looked = 0; ///< photos of which is taken what is known
    std::size_t place = 0; ///< of the photo that is worked on
    Clock::time_point keptAt = Clock::now();
    Clock::duration keeping{}; ///< how long that took

    // The photo that is worked on, while there is a survey.
    ComparedPhoto photo;
    std::optional<KeptPhoto> kept;
    std::unique_ptr<ComparedPhotoSink> sink;
    std::unique_ptr<Survey> survey;
};

bool ComparisonRun::State::step()
{
    if (const OpenStore open = std::exchange(openStore, nullptr)) {
        try {
            store = open();
        } catch (const Error &error) {
            notKept = error;
        }
    } else if (looked < plan.photos.size()) {
        look();
    } else if (survey) {
        work();
    } else if (place < plan.photos.size()) {
        begin();
    }
    if (place < plan.photos.size() || survey)
        return true;
    keep();
    return false;
}

/// Takes what is known of the next photo.
void ComparisonRun::State::look()
{
    const std::size_t at = looked++;
    const PhotoRef &ref = plan.photos[at];
    ComparedPhoto found;
    found.maps.assign(plan.mapCount(), {{}, std::vector<std::optional<Finding>>(plan.measures.size())});
    try {
        found.hash = sha256OfFile(ref.file);
        const auto [same, isNew] = seen.emplace(found.hash, at);
        if (isNew)
            KeptPhoto(plan, ref, found.hash, store.get()).read(found);
        else
            found.sameAs = same->second;
    } catch (const Error &error) {
        found.error = error.about(ref.file);
    }
    found.isDone = isWhole(found);
    knownBefore += found.isDone;
    photos[at] = std::make_shared<const ComparedPhoto>(std::move(found));
}

void ComparisonRun::State::begin()
{
    photo = *photos[place];
    if (photo.isDone || photo.sameAs || photo.error) {
        ++place;
        return;
    }
    const std::vector<std::size_t> questions = missingQuestions(plan, photo);
    SurveyPlan asked{.photos = {plan.photos[place]},
        .predicts = !photo.predicted,
        .rivals = {comparedRivals.begin(), comparedRivals.end()},
        .measures = plan.measures,
        .seed = Seed(rivalSeed ^ beginningOf(photo.hash)),
        .redrawn = redrawn};
    for (const std::size_t question : questions)
        asked.questions.push_back(plan.questions[question]);
    kept.emplace(plan, plan.photos[place], photo.hash, store.get());
    sink = std::make_unique<ComparedPhotoSink>(plan, questions, *kept, photo);
    survey = std::make_unique<Survey>(network, std::move(asked), *sink);
}

void ComparisonRun::State::work()
{
    const std::optional<std::size_t> before = survey->part().question;
    const bool more = survey->step();
    if (!more)
        end();
    else if (survey->part().question != before)
        publish();
    keepWhenDue();
}

void ComparisonRun::State::end()
{
    survey.reset();
    photo.isDone = !photo.error;
    publish();
    if (!photo.error)
        kept->write(photo);
    ++place;
}

void ComparisonRun::State::keepWhenDue()
{
    const Clock::duration passed = Clock::now() - keptAt;
    if (passed > keepEvery && passed > writingShare * keeping)
        keep();
}

void ComparisonRun::State::keep()
{
    if (!store)
        return;
    if (survey) { // what is kept of the photo so far counts, here as in the next run
        photo.isDone = isWhole(photo);
        publish();
        kept->write(photo);
    }
    if (!store->isChanged())
        return;
    const Clock::time_point begin = Clock::now();
    try {
        store->write();
        notKept.reset();
    } catch (const Error &error) {
        notKept = error;
    } catch (const std::exception &error) {
        notKept = Error(ErrorKind::Internal, {}, {error.what()});
    }
    keptAt = Clock::now();
    keeping = keptAt - begin;
}

ComparisonRun::ComparisonRun(const Network &network, ComparisonPlan plan, OpenStore openStore)
    : m_state(std::make_unique<State>(network, std::move(plan), std::move(openStore)))
{
}

ComparisonRun::~ComparisonRun() { keep(); }

bool ComparisonRun::step() { return m_state->step(); }

Progress ComparisonRun::progress() const
{
    const auto questions = int(std::max<std::size_t>(m_state->plan.questions.size(), 1));
    int done = int(m_state->place) * questions;
    if (m_state->survey) {
        for (std::size_t map = comparedRivals.size(); map < m_state->photo.maps.size(); ++map)
            done += isComplete(m_state->photo.maps[map]);
    }
    return {done, int(m_state->plan.photos.size()) * questions};
}

const ComparedPhotos &ComparisonRun::result() const { return m_state->photos; }

int ComparisonRun::knownBefore() const { return m_state->knownBefore; }

void ComparisonRun::keep() { m_state->keep(); }

const std::optional<Error> &ComparisonRun::notKept() const { return m_state->notKept; }

} // namespace convscope
