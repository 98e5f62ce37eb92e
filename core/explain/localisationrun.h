#pragma once

#include "core/data/photoset.h"
#include "core/error.h"
#include "core/explain/measure.h"

#include <memory>
#include <variant>
#include <vector>

namespace convscope {

/// What localisation is compared with.
using Baseline = Rival;

/// How well one method points at the food over many photos. A map that is 0 everywhere counts as a miss of
/// energy 0.
struct LocalisationScore
{
    std::variant<Baseline, MethodOptions> method;
    int hits = 0; ///< photos whose peak lies on the food
    double energySum = 0;
    int emptyMaps = 0;
};

struct LocalisationReport
{
    struct Failure
    {
        std::filesystem::path file;
        Error error;
    };

    int photos = 0; ///< measured with every method
    int withoutMask = 0;
    double areaSum = 0; ///< of the photos' parts that the food covers
    std::vector<LocalisationScore> scores;
    std::vector<Failure> failed; ///< the mask's file where it was the mask that failed

    double mean(double sum) const { return photos == 0 ? 0 : sum / photos; }
};

/// Localisation of several methods over the photos that have a mask. One photo counts only when all methods
/// have answered, so that all are compared on the same ones; the result so far is valid at any time.
class LocalisationRun : public Computation
{
public:
    static constexpr std::uint32_t randomSeed = rivalSeed;

    /// The network must outlive the run.
    LocalisationRun(const Network &network, std::vector<PhotoRef> photos, std::vector<MethodOptions> methods);
    ~LocalisationRun() override;
    bool step() override;
    /// In photos.
    Progress progress() const override;
    const LocalisationReport &result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
