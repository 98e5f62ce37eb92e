#include "core/explain/localisationrun.h"

#include "core/explain/localisation.h"
#include "core/explain/survey.h"

#include <array>
#include <utility>

namespace convscope {

namespace {

constexpr std::array rivals{Rival::Random, Rival::Centre};

/// The places of the two measures in the plan.
enum : std::size_t
{
    Energy,
    Peak
};

SurveyPlan planOf(std::vector<PhotoRef> photos, std::vector<MethodOptions> methods)
{
    return {.photos = std::move(photos),
        .questions = std::move(methods),
        .rivals = {rivals.begin(), rivals.end()},
        .measures = {energyMeasure(), peakMeasure()},
        .needsAll = true};
}

/// What has been measured of a method on one photo. An empty map has neither number.
struct Found
{
    std::optional<double> energy;
    bool isHit = false;
};

/// Adds up what a survey measures.
class Scores : public SurveySink
{
public:
    explicit Scores(const std::vector<MethodOptions> &methods)
    {
        for (const Rival rival : rivals)
            m_report.scores.push_back({rival});
        for (const MethodOptions &method : methods)
            m_report.scores.push_back({method});
    }

    const LocalisationReport &report() const { return m_report; }

    bool begun(std::size_t /*place*/, const PhotoRef &ref) override
    {
        const bool hasMask = findMask(ref.file).has_value();
        m_report.withoutMask += !hasMask;
        return hasMask;
    }

    void loaded(const SurveyedPhoto &photo) override
    {
        if (photo.photo.maskError)
            throw *photo.photo.maskError;
        m_found.assign(m_report.scores.size(), {});
    }

    void measured(const SurveyedPhoto & /*photo*/, const SurveyedMap &map, std::size_t measure,
        const std::optional<Measured> &measured) override
    {
        Found &found = m_found[map.index + (map.isRival ? 0 : rivals.size())];
        if (measure == Energy)
            found.energy = measured ? std::optional(measured->value) : std::nullopt;
        else
            found.isHit = measured && measured->value == 1;
    }

    void failed(const SurveyFailure &failure) override
    {
        m_report.failed.push_back({failure.error.file(), failure.error});
    }

    void done(const SurveyedPhoto &photo) override
    {
        ++m_report.photos;
        m_report.areaSum += photo.photo.mask->share();
        for (std::size_t i = 0; i < m_found.size(); ++i) {
            LocalisationScore &score = m_report.scores[i];
            score.hits += m_found[i].isHit;
            score.energySum += m_found[i].energy.value_or(0);
            score.emptyMaps += !m_found[i].energy;
        }
    }

private:
    LocalisationReport m_report;
    std::vector<Found> m_found; ///< on the photo that is being measured, in the order of the scores
};

} // namespace

struct LocalisationRun::State
{
    State(const Network &network, std::vector<PhotoRef> photos, std::vector<MethodOptions> methods)
        : scores(methods)
        , survey(network, planOf(std::move(photos), std::move(methods)), scores)
    {
    }

    Scores scores;
    Survey survey;
};

LocalisationRun::LocalisationRun(
    const Network &network, std::vector<PhotoRef> photos, std::vector<MethodOptions> methods)
    : m_state(std::make_unique<State>(network, std::move(photos), std::move(methods)))
{
}

LocalisationRun::~LocalisationRun() = default;

bool LocalisationRun::step() { return m_state->survey.step(); }

Progress LocalisationRun::progress() const { return m_state->survey.progress(); }

const LocalisationReport &LocalisationRun::result() const { return m_state->scores.report(); }

} // namespace convscope
