#pragma once

#include "core/computation.h"
#include "core/error.h"
#include "core/explain/measure.h"
#include "core/network/redrawnnetwork.h"

#include <memory>
#include <vector>

namespace convscope {

// What speaks for and against one map on one photo: what is left of the class without the hottest pixels, how
// much the map depends on the network's weights, and whether it is stable. Each with what random maps give.

/// What a measure says of random maps of a photo, of which each kind has rivalsInBand; fewer while they are
/// being measured.
struct RivalBand
{
    std::vector<Measured> random;
    std::vector<Measured> coarse;
};

/// Measures the random maps of a photo for one class. They are the same for all methods.
class RivalBandRun : public Computation
{
public:
    /// The measure needs a heat and may need the network, which must outlive the run. Steps throw what the
    /// measure throws.
    RivalBandRun(const Network &network, std::shared_ptr<const Photo> photo, int label, MeasurePtr measure);

    bool step() override;
    /// In maps.
    Progress progress() const override;
    const RivalBand &band() const { return m_band; }

private:
    int done() const { return int(m_band.random.size() + m_band.coarse.size()) + m_silent; }

    const Network &m_network;
    std::shared_ptr<const Photo> m_photo;
    int m_label;
    MeasurePtr m_measure;
    std::vector<std::shared_ptr<const Map>> m_heats; ///< pixel noise first
    std::unique_ptr<Measurement> m_measurement; ///< of the next one
    int m_silent = 0; ///< maps of which the measure has nothing to say
    RivalBand m_band;
};

/// The measure with which evidence begins, and of which random maps have a band.
MeasurePtr evidenceOfHiding();

/// What is measured as evidence of an answer to this question, in this order: what hiding does, how much the
/// map depends on the weights, and, of a method that is quick and takes no samples, how much noise that
/// nobody sees moves the map. A method of samples tells its own errors. Unless it is thorough, the dependence
/// of a method that takes many steps is left out: it takes as long as the answer took.
std::vector<MeasurePtr> evidenceMeasures(
    const Answer &answer, const MethodOptions &question, bool isThorough = false);

/// The measures that have the curves of deletion and of insertion.
const std::vector<MeasurePtr> &removalCurves();

/// What has been measured, and why the rest has not.
struct Evidence
{
    TakenMeasures measures;
    std::vector<Error> failed;
    bool isCoarse = false; ///< superpixels, and a map that isCoarse()
};

/// Takes measures of an answer, one after the other. One that fails does not end it.
class EvidenceRun : public Computation
{
public:
    /// `network` must outlive the run. `redrawn` keeps a network for further runs; null: none is kept.
    EvidenceRun(const Network &network, std::shared_ptr<const Photo> photo,
        std::shared_ptr<const Answer> answer, const MethodOptions &question, std::vector<MeasurePtr> measures,
        std::shared_ptr<RedrawnNetwork> redrawn = {});

    bool step() override;
    /// In thousandths of a measure.
    Progress progress() const override;
    /// What has been found so far.
    const Evidence &evidence() const { return m_evidence; }

private:
    void measureOn();

    std::shared_ptr<const Photo> m_photo;
    std::shared_ptr<const Answer> m_answer;
    MethodOptions m_question;
    std::shared_ptr<RedrawnNetwork> m_redrawn;
    MeasureInput m_input;
    std::vector<MeasurePtr> m_measures;
    std::size_t m_next = 0;
    std::unique_ptr<Measurement> m_measurement;
    Evidence m_evidence;
};

/// Whether a heat is as smooth as coarse random maps: values a quarter of a rival's cell apart, to the right
/// and below, have a rank correlation of 0.8 or more.
bool isCoarse(const Map &heat);

/// Adds what random maps give to what this measure has found, as details: "random-mean", "random-low" and
/// "random-high" of pixel noise, "coarse-mean", "coarse-low" and "coarse-high". What the band has none of is
/// left out.
void addRivals(Evidence &evidence, const Measure &measure, const RivalBand &band);

/// How a map's hottest pixels compare with those of random maps.
enum class HidingVerdict
{
    Unknown, ///< hiding or random maps have not been measured
    Chance, ///< some coarse random map leaves as little of the class, or less, within 0.05 %
    AsPixelNoise, ///< no coarse one does, but pixel noise does, and the map is as fine as that
    /// Neither does. Pixel noise hides a photo faster than any smooth map, so a coarse one need not beat it.
    /// One of eleven random maps gets here by chance.
    Better,
};
HidingVerdict verdictOf(const Evidence &evidence);

} // namespace convscope
