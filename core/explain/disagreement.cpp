#include "core/explain/disagreement.h"

#include "core/explain/survey.h"

namespace convscope {

namespace {

/// Which of the counts a photo belongs to.
int Disagreement::*countOf(const DisagreedPhoto &photo, bool isComparable)
{
    const bool isSame = photo.secondInFirst == photo.first;
    if (!isComparable)
        return isSame ? &Disagreement::sameUnlabelled : &Disagreement::otherUnlabelled;
    const bool firstIsRight = photo.first == photo.label;
    const bool secondIsRight = photo.secondInFirst == photo.label;
    if (firstIsRight)
        return secondIsRight ? &Disagreement::bothRight : &Disagreement::onlyFirst;
    if (secondIsRight)
        return &Disagreement::onlySecond;
    return isSame ? &Disagreement::sameWrong : &Disagreement::otherWrong;
}

} // namespace

Disagreement compare(const Evaluation &first, const Evaluation &second, const std::vector<PhotoRef> &photos,
    const NetworkMatch &match)
{
    Disagreement found;
    for (std::size_t i = 0; i < photos.size(); ++i) {
        if (!first.predicted[i] || !second.predicted[i])
            continue;
        const DisagreedPhoto photo{i, photos[i].label, *first.predicted[i], *second.predicted[i],
            match.classInFirst(*second.predicted[i])};
        ++found.photos;
        ++(found.*countOf(photo, photo.label && match.classInSecond(*photo.label)));
        if (photo.secondInFirst != photo.first)
            found.differing.push_back(photo);
    }
    return found;
}

namespace {

/// Counts what a survey is told by both networks.
class BothCounter : public SurveySink
{
public:
    BothCounter(const NetworkPair &pair, std::size_t photos)
        : m_match(pair.match())
        , m_first(pair.first().info().classCount, photos)
        , m_second(pair.second().info().classCount, photos)
    {
    }

    const Evaluation &first() const { return m_first; }
    const Evaluation &second() const { return m_second; }

    void predicted(const SurveyedPhoto &photo, const Prediction &said) override
    {
        count(m_first, photo.place, photo.ref.label, said);
    }

    void predictedBySecond(const SurveyedPhoto &photo, const Prediction &said) override
    {
        count(m_second, photo.place, labelOfSecond(photo.ref), said);
    }

    /// A photo that one of them cannot answer counts for neither.
    void failed(const SurveyFailure &failure) override
    {
        m_first.remove(failure.place, failure.ref.label);
        m_first.failed.push_back({failure.ref.file, failure.error});
        m_second.failed.push_back({failure.ref.file, failure.error});
    }

private:
    static void count(
        Evaluation &evaluation, std::size_t photo, std::optional<int> label, const Prediction &said)
    {
        const int best = said.best();
        evaluation.add(photo, label, best, float(said.probabilities[std::size_t(best)]));
    }
    std::optional<int> labelOfSecond(const PhotoRef &photo) const
    {
        return photo.label ? m_match.classInSecond(*photo.label) : std::nullopt;
    }

    const NetworkMatch &m_match;
    Evaluation m_first;
    Evaluation m_second;
};

} // namespace

struct DisagreementRun::State
{
    State(const NetworkPair &pairOf, std::vector<PhotoRef> photosOf)
        : pair(pairOf)
        , photos(std::move(photosOf))
        , counter(pair, photos.size())
        , survey(pair.first(), {.photos = photos, .predicts = true, .pair = &pair}, counter)
    {
    }

    const NetworkPair &pair;
    std::vector<PhotoRef> photos;
    BothCounter counter;
    Survey survey;
};

DisagreementRun::DisagreementRun(const NetworkPair &pair, std::vector<PhotoRef> photos)
    : m_state(std::make_unique<State>(pair, std::move(photos)))
{
}

DisagreementRun::~DisagreementRun() = default;

bool DisagreementRun::step() { return m_state->survey.step(); }

Progress DisagreementRun::progress() const { return m_state->survey.progress(); }

ComparedEvaluations DisagreementRun::result() const
{
    const BothCounter &counter = m_state->counter;
    return {counter.first(), counter.second(),
        compare(counter.first(), counter.second(), m_state->photos, m_state->pair.match())};
}

} // namespace convscope
