#include "core/explain/evidence.h"

#include "core/explain/likeness.h"
#include "core/explain/networkmeasure.h"

#include <algorithm>
#include <new>
#include <string>
#include <utility>

namespace convscope {

namespace {

constexpr int parts = 1000; ///< of a measure, in which progress is told

std::vector<double> valuesOf(const std::vector<Measured> &maps)
{
    std::vector<double> values(maps.size());
    std::transform(
        maps.begin(), maps.end(), values.begin(), [](const Measured &measured) { return measured.value; });
    return values;
}

void addBand(Measured &measured, const std::string &kind, const std::vector<double> &values)
{
    if (values.empty())
        return;
    double sum = 0;
    for (const double value : values)
        sum += value;
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    measured.details.push_back({kind + "-mean", sum / double(values.size())});
    measured.details.push_back({kind + "-low", *low});
    measured.details.push_back({kind + "-high", *high});
}

/// Whether the answer tells by itself how much of it is chance.
bool tellsErrors(const Answer &answer)
{
    const auto *attribution = std::get_if<Attribution>(&answer);
    return attribution && attribution->errors;
}

} // namespace

RivalBandRun::RivalBandRun(
    const Network &network, std::shared_ptr<const Photo> photo, int label, MeasurePtr measure)
    : m_network(network)
    , m_photo(std::move(photo))
    , m_label(label)
    , m_measure(std::move(measure))
{
}

bool RivalBandRun::step()
{
    if (m_heats.empty()) {
        for (const Rival rival : {Rival::Random, Rival::Coarse}) {
            for (Map &heat : rivalHeats(rival, m_photo->input.width, m_photo->input.height))
                m_heats.push_back(std::make_shared<const Map>(std::move(heat)));
        }
        return true;
    }
    const auto next = std::size_t(done());
    const MeasureInput input{
        .photo = *m_photo, .heat = m_heats[next], .target = m_label, .network = &m_network};
    if (!m_measurement)
        m_measurement = m_measure->start(input);
    if (m_measurement->step())
        return true;
    std::optional<Measured> measured = m_measurement->result();
    m_measurement.reset();
    if (measured)
        (next < std::size_t(rivalsInBand) ? m_band.random : m_band.coarse).push_back(std::move(*measured));
    else
        ++m_silent;
    return std::size_t(done()) < m_heats.size();
}

Progress RivalBandRun::progress() const { return {done(), 2 * rivalsInBand}; }

MeasurePtr evidenceOfHiding()
{
    static const MeasurePtr measure = networkMeasure(TopHiddenOptions{});
    return measure;
}

std::vector<MeasurePtr> evidenceMeasures(const Answer &answer, const MethodOptions &question, bool isThorough)
{
    constexpr int noisyPhotos = 5;
    constexpr int fewSteps = 100;
    static const MeasurePtr weights = networkMeasure(WeightDependenceOptions{});
    static const MeasurePtr stability = networkMeasure(MaxSensitivityOptions{.samples = noisyPhotos});
    std::vector<MeasurePtr> measures = {evidenceOfHiding()};
    if (isThorough || !isSlow(question) || stepsOf(question) <= fewSteps)
        measures.push_back(weights);
    if (!isSlow(question) && !tellsErrors(answer))
        measures.push_back(stability);
    return measures;
}

const std::vector<MeasurePtr> &removalCurves()
{
    static const std::vector<MeasurePtr> curves = {networkMeasure(RemovalOptions{RemovalValue::Deletion}),
        networkMeasure(RemovalOptions{RemovalValue::Insertion})};
    return curves;
}

EvidenceRun::EvidenceRun(const Network &network, std::shared_ptr<const Photo> photo,
    std::shared_ptr<const Answer> answer, const MethodOptions &question, std::vector<MeasurePtr> measures,
    std::shared_ptr<RedrawnNetwork> redrawn)
    : m_photo(std::move(photo))
    , m_answer(std::move(answer))
    , m_question(question)
    , m_redrawn(std::move(redrawn))
    , m_input(measureInput(*m_answer, *m_photo))
    , m_measures(std::move(measures))
{
    m_input.network = &network;
    m_input.question = &m_question;
    m_input.redrawn = m_redrawn.get();
    m_evidence.isCoarse =
        std::holds_alternative<SuperpixelWeights>(*m_answer) || (m_input.heat && isCoarse(*m_input.heat));
}

bool EvidenceRun::step()
{
    if (m_next == m_measures.size())
        return false;
    const auto give = [this](Error error) {
        m_evidence.failed.push_back(std::move(error));
        m_measurement.reset();
        ++m_next;
    };
    try {
        measureOn();
    } catch (const Error &error) {
        give(error);
    } catch (const std::bad_alloc &) {
        give(Error(ErrorKind::OutOfMemory));
    }
    return m_next < m_measures.size();
}

void EvidenceRun::measureOn()
{
    const MeasurePtr &measure = m_measures[m_next];
    if (!canMeasure(*measure, m_input)) {
        ++m_next;
        return;
    }
    if (!m_measurement)
        m_measurement = measure->start(m_input);
    if (m_measurement->step())
        return;
    if (std::optional<Measured> measured = m_measurement->result())
        m_evidence.measures.push_back({measure, std::move(*measured)});
    m_measurement.reset();
    ++m_next;
}

Progress EvidenceRun::progress() const
{
    int done = parts * int(m_next);
    if (m_measurement) {
        const Progress inner = m_measurement->progress();
        done += inner.total > 0 ? int(std::int64_t(parts) * inner.done / inner.total) : 0;
    }
    return {done, parts * int(m_measures.size())};
}

bool isCoarse(const Map &heat)
{
    constexpr int apart = rivalCell / 4;
    constexpr double alike = 0.8;
    std::vector<double> values;
    std::vector<double> neighbours;
    const auto at = [&heat](int x, int y) {
        return heat.values[std::size_t(y) * std::size_t(heat.width) + std::size_t(x)];
    };
    const auto add = [&](int x, int y, int toX, int toY) {
        if (toX >= heat.width || toY >= heat.height)
            return;
        values.push_back(at(x, y));
        neighbours.push_back(at(toX, toY));
    };
    for (int y = 0; y < heat.height; ++y) {
        for (int x = 0; x < heat.width; ++x) {
            add(x, y, x + apart, y);
            add(x, y, x, y + apart);
        }
    }
    return spearman(values, neighbours).value_or(0) >= alike;
}

void addRivals(Evidence &evidence, const Measure &measure, const RivalBand &band)
{
    for (TakenMeasure &taken : evidence.measures) {
        if (std::string(measure.traits().name) != taken.measure->traits().name)
            continue;
        addBand(taken.measured, "random", valuesOf(band.random));
        addBand(taken.measured, "coarse", valuesOf(band.coarse));
    }
}

HidingVerdict verdictOf(const Evidence &evidence)
{
    const Measured *hiding = measuredBy(evidenceOfHiding()->traits().name, evidence.measures);
    const std::optional<double> coarse = hiding ? hiding->detail("coarse-low") : std::nullopt;
    const std::optional<double> random = hiding ? hiding->detail("random-low") : std::nullopt;
    if (!coarse || !random)
        return HidingVerdict::Unknown;
    constexpr double same = 0.0005; // as little as nobody sees
    if (hiding->value >= *coarse - same)
        return HidingVerdict::Chance;
    return evidence.isCoarse || hiding->value < *random ? HidingVerdict::Better : HidingVerdict::AsPixelNoise;
}

} // namespace convscope
