#pragma once

#include "core/explain/evidence.h"
#include "core/explain/survey.h"

#include <map>
#include <memory>
#include <optional>

namespace convscope {

/// Measures the evidence for the answers that a command gets. Random maps are measured once a photo and
/// class.
class EvidenceMaker
{
public:
    /// Both must outlive it. The monitor is told how far a measurement is, and may stop it.
    EvidenceMaker(const Network &network, Monitor &monitor)
        : m_network(network)
        , m_monitor(monitor)
    {
    }

    /// None where the user has stopped it. Throws Error.
    std::optional<Evidence> evidenceFor(const SurveyedPhoto &photo, const SurveyedAnswer &answer);

private:
    const RivalBand *bandFor(int label);

    const Network &m_network;
    Monitor &m_monitor;
    std::shared_ptr<RedrawnNetwork> m_redrawn = std::make_shared<RedrawnNetwork>();
    // The photo that was asked about last.
    std::optional<std::size_t> m_place;
    std::shared_ptr<const Photo> m_photo;
    std::map<int, RivalBand> m_bands; ///< by class
};

} // namespace convscope
