#include "core/explain/comparedphotosink.h"

#include "core/data/mask.h"
#include "core/explain/request.h"
#include "core/io/sha256.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace convscope {

namespace {

constexpr auto predictionFile = "prediction";
constexpr auto probabilityName = "probability";

/// What the file of a map is told apart by.
std::string fileOf(const ComparisonPlan &plan, std::size_t map)
{
    const std::string name = mapName(plan, map);
    return ComparisonPlan::isRival(map) ? "rival " + name : name + ' ' + toJson(plan.question(map));
}

/// The hash of the photo's mask; empty where it has none that can be read.
std::string maskHash(const std::filesystem::path &photo)
{
    try {
        const std::optional<std::filesystem::path> mask = findMask(photo);
        return mask ? sha256OfFile(*mask) : std::string();
    } catch (const Error &) {
        return {};
    }
}

bool areMethodsComplete(const ComparedPhoto &photo)
{
    return std::all_of(photo.maps.begin() + comparedRivals.size(), photo.maps.end(),
        [](const ComparedMap &map) { return map.isComplete(); });
}

} // namespace

KeptPhoto::KeptPhoto(
    const ComparisonPlan &plan, const PhotoRef &ref, const std::string &hash, ComparisonStore *store)
    : m_plan(plan)
    , m_ref(ref)
    , m_key(store ? hash + ' ' + maskHash(ref.file) : std::string())
    , m_store(store)
{
}

/// A question may be about the photo's true class. A rival is measured for a class.
std::string KeptPhoto::rowOf(std::size_t map, const ComparedPhoto &photo) const
{
    std::optional<int> label;
    if (ComparisonPlan::isRival(map))
        label = rivalClassOf(m_plan, photo);
    else if (dependsOnLabel(m_plan.question(map)))
        label = m_ref.label;
    return m_key + ' ' + (label ? std::to_string(*label) : "-");
}

void KeptPhoto::read(ComparedPhoto &photo) const
{
    if (!m_store)
        return;
    readPrediction(photo);
    for (std::size_t map = comparedRivals.size(); map < photo.maps.size(); ++map)
        read(map, photo);
    readRivals(photo);
}

/// Half a row is none.
void KeptPhoto::readPrediction(ComparedPhoto &photo) const
{
    const KeptFindings *row = m_store->find(predictionFile, m_key);
    if (!row || !row->target)
        return;
    const auto probability = row->values.find(probabilityName);
    if (probability == row->values.end() || !probability->second)
        return;
    photo.predicted = row->target;
    photo.probability = *probability->second;
}

void KeptPhoto::readRivals(ComparedPhoto &photo) const
{
    if (!m_store || !(rivalClassOf(m_plan, photo) || areMethodsComplete(photo)))
        return;
    for (std::size_t map = 0; map < comparedRivals.size(); ++map)
        read(map, photo);
}

void KeptPhoto::read(std::size_t map, ComparedPhoto &photo) const
{
    const KeptFindings *row = m_store->find(fileOf(m_plan, map), rowOf(map, photo));
    if (!row)
        return;
    photo.maps[map].target = row->target;
    for (std::size_t measure = 0; measure < m_plan.measures.size(); ++measure) {
        const auto found = row->values.find(m_plan.measures[measure]->traits().name);
        std::optional<Finding> &finding = photo.maps[map].findings[measure];
        if (found != row->values.end() && !finding)
            finding = Finding{found->second, {}};
    }
}

void KeptPhoto::write(const ComparedPhoto &photo) const
{
    if (!m_store || m_key.empty())
        return;
    if (photo.predicted)
        m_store->put(predictionFile, m_key, {photo.predicted, {{probabilityName, photo.probability}}});
    const bool hasRivals = rivalClassOf(m_plan, photo) || areMethodsComplete(photo);
    for (std::size_t map = 0; map < photo.maps.size(); ++map) {
        if (hasRivals || !ComparisonPlan::isRival(map))
            write(map, photo);
    }
}

/// What failed is not kept.
void KeptPhoto::write(std::size_t map, const ComparedPhoto &photo) const
{
    KeptFindings row{photo.maps[map].target, {}};
    for (std::size_t measure = 0; measure < m_plan.measures.size(); ++measure) {
        const std::optional<Finding> &finding = photo.maps[map].findings[measure];
        if (finding && !finding->error)
            row.values[m_plan.measures[measure]->traits().name] = finding->value;
    }
    if (!row.values.empty())
        m_store->put(fileOf(m_plan, map), rowOf(map, photo), row);
}

std::optional<int> rivalClassOf(const ComparisonPlan &plan, const ComparedPhoto &photo)
{
    for (std::size_t map = comparedRivals.size(); map < plan.mapCount(); ++map) {
        if (photo.maps[map].target)
            return photo.maps[map].target;
        if (!photo.maps[map].isComplete()) // its class is not known yet
            return {};
    }
    return {};
}

ComparedPhotoSink::ComparedPhotoSink(const ComparisonPlan &plan, std::vector<std::size_t> questions,
    const KeptPhoto &kept, ComparedPhoto &photo)
    : m_plan(plan)
    , m_questions(std::move(questions))
    , m_kept(kept)
    , m_photo(photo)
{
}

void ComparedPhotoSink::loaded(const SurveyedPhoto &photo) { m_maskError = photo.photo.maskError; }

void ComparedPhotoSink::predicted(const SurveyedPhoto & /*photo*/, const Prediction &said)
{
    m_photo.predicted = said.best();
    m_photo.probability = said.probabilities[std::size_t(said.best())];
}

void ComparedPhotoSink::answered(const SurveyedPhoto & /*photo*/, const SurveyedAnswer &answer)
{
    const std::optional<Explained> target = targetOf(answer.answer);
    m_photo.maps[comparedRivals.size() + m_questions[answer.question]].target =
        target ? target->label() : std::nullopt;
}

bool ComparedPhotoSink::wants(const SurveyedMap &map, std::size_t measure)
{
    if (map.isRival && map.target) {
        const std::optional<int> wanted = rivalClassOf(m_plan, m_photo);
        if (wanted != map.target)
            return false;
        if (!m_photo.maps[map.index].target)
            m_kept.readRivals(m_photo);
        m_photo.maps[map.index].target = wanted;
    }
    return !m_photo.maps[mapOf(map)].findings[measure];
}

void ComparedPhotoSink::measured(const SurveyedPhoto & /*photo*/, const SurveyedMap &map, std::size_t measure,
    const std::optional<Measured> &measured)
{
    std::optional<Finding> &finding = m_photo.maps[mapOf(map)].findings[measure];
    finding = Finding{};
    if (measured && std::isfinite(measured->value))
        finding->value = measured->value;
    else if (!measured && m_maskError && m_plan.measures[measure]->traits().needsMask)
        finding->error = m_maskError;
}

void ComparedPhotoSink::failed(const SurveyFailure &failure)
{
    if (failure.isOfPhoto()) {
        m_photo.error = failure.error;
        return;
    }
    if (failure.measure) {
        m_photo.maps[mapOf(*failure.map)].findings[*failure.measure] = Finding{{}, failure.error};
        return;
    }
    for (std::optional<Finding> &finding :
        m_photo.maps[comparedRivals.size() + m_questions[*failure.question]].findings) {
        if (!finding)
            finding = Finding{{}, failure.error};
    }
}

/// Where no question is about a class, measures that need one say nothing of the rivals.
void ComparedPhotoSink::done(const SurveyedPhoto & /*photo*/)
{
    for (std::size_t map = 0; map < comparedRivals.size(); ++map) {
        for (std::optional<Finding> &finding : m_photo.maps[map].findings) {
            if (!finding)
                finding = Finding{};
        }
    }
}

std::size_t ComparedPhotoSink::mapOf(const SurveyedMap &map) const
{
    return map.isRival ? map.index : comparedRivals.size() + m_questions[map.index];
}

} // namespace convscope
