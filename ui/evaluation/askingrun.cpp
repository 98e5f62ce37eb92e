#include "ui/evaluation/askingrun.h"

#include "core/explain/survey.h"
#include "core/log.h"
#include "ui/evaluation/keeping.h"
#include "ui/present/results.h"

#include <utility>

namespace convscope {

namespace {

/// Posts what a survey of some photos of a set is told.
class Poster : public SurveySink
{
public:
    Poster(std::shared_ptr<const PhotoSet> set, std::vector<int> places, std::shared_ptr<AnswerBox> box)
        : m_set(std::move(set))
        , m_places(std::move(places))
        , m_box(std::move(box))
    {
    }

    const PhotoSet &set() const { return *m_set; }
    std::vector<PhotoRef> photos() const
    {
        std::vector<PhotoRef> photos;
        for (const int place : m_places)
            photos.push_back(m_set->photos[std::size_t(place)]);
        return photos;
    }

    bool begun(std::size_t /*place*/, const PhotoRef &ref) override
    {
        m_before = sightOf(ref.file);
        return true;
    }

    /// Stamp and hash are only told of a file that stays the same while it is read.
    void predicted(const SurveyedPhoto &photo, const Prediction &said) override
    {
        KeptAnswer answer;
        answer.photo = nameBelow(*m_set, photo.ref);
        answer.likeliest = likeliest(said);
        const QByteArray hash = QByteArray::fromHex(fileHash(photo.ref.file).toLatin1());
        if (m_before.stamp && stampOf(photo.ref.file) == m_before.stamp) {
            answer.stamp = *m_before.stamp;
            answer.hash = hash;
        }
        m_box->post(
            {m_places[photo.place], m_before.at, std::make_shared<const KeptAnswer>(std::move(answer))});
    }

    void failed(const SurveyFailure &failure) override
    {
        log::info("no answer about " + failure.ref.file.string() + ": " + failure.error.what());
        m_box->post({m_places[failure.place], m_before.at, {}, failure.error});
    }

private:
    std::shared_ptr<const PhotoSet> m_set;
    std::vector<int> m_places; ///< in the set, of the survey's photos
    std::shared_ptr<AnswerBox> m_box;
    FileSight m_before; ///< of the photo that is being asked about
};

} // namespace

void AnswerBox::post(Asked asked)
{
    const std::lock_guard lock(m_mutex);
    m_asked.push_back(std::move(asked));
}

std::vector<Asked> AnswerBox::fetch()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_asked, {});
}

struct AskingRun::State
{
    State(std::shared_ptr<const Network> asked, Poster toldTo)
        : network(std::move(asked))
        , poster(std::move(toldTo))
        , survey(*network, {.photos = poster.photos(), .predicts = true}, poster)
    {
    }

    std::shared_ptr<const Network> network;
    Poster poster;
    Survey survey;
};

AskingRun::AskingRun(std::shared_ptr<const Network> network, std::shared_ptr<const PhotoSet> set,
    std::vector<int> places, std::shared_ptr<AnswerBox> box)
    : m_state(std::make_unique<State>(
        std::move(network), Poster(std::move(set), std::move(places), std::move(box))))
{
}

AskingRun::~AskingRun() = default;

bool AskingRun::step() { return m_state->survey.step(); }

Progress AskingRun::progress() const
{
    const auto all = int(m_state->poster.set().photos.size());
    const Progress asked = m_state->survey.progress();
    return {all - (asked.total - asked.done), all};
}

} // namespace convscope
