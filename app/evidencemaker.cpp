#include "app/evidencemaker.h"

namespace convscope {

std::optional<Evidence> EvidenceMaker::evidenceFor(const SurveyedPhoto &photo, const SurveyedAnswer &answer)
{
    if (m_place != photo.place) {
        m_place = photo.place;
        m_photo = std::make_shared<const Photo>(photo.photo);
        m_bands.clear();
    }
    EvidenceRun run(m_network, m_photo, std::make_shared<const Answer>(answer.answer), answer.asked,
        evidenceMeasures(answer.answer, answer.asked), m_redrawn);
    if (!runToEnd(run, m_monitor))
        return {};
    Evidence evidence = run.evidence();
    const std::optional<int> label = labelOf(answer.answer);
    if (!label)
        return evidence;
    try {
        const RivalBand *band = bandFor(*label);
        if (!band)
            return {};
        addRivals(evidence, *evidenceOfHiding(), *band);
    } catch (const Error &error) { // the map itself is there
        evidence.failed.push_back(error);
    }
    return evidence;
}

/// Null where the user has stopped it.
const RivalBand *EvidenceMaker::bandFor(int label)
{
    if (const auto known = m_bands.find(label); known != m_bands.end())
        return &known->second;
    RivalBandRun run(m_network, m_photo, label, evidenceOfHiding());
    if (!runToEnd(run, m_monitor))
        return nullptr;
    return &m_bands.emplace(label, run.band()).first->second;
}

} // namespace convscope
