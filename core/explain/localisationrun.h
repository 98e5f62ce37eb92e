#pragma once

#include "core/explain/localisation.h"
#include "core/explain/random.h"

#include <variant>
#include <vector>

namespace convscope {

/// Maps that know nothing of the network, to compare with.
enum class Baseline
{
    Random, ///< uniform noise in [0, 1), of one seed for the whole run
    Centre, ///< a Gaussian in the middle of the picture, as wide as a quarter of each side
};

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
    static constexpr std::uint32_t randomSeed = 16;

    /// The network must outlive the run.
    LocalisationRun(const Network &network, std::vector<PhotoRef> photos, std::vector<MethodOptions> methods);
    bool step() override;
    /// In photos.
    Progress progress() const override;
    const LocalisationReport &result() const { return m_result; }

private:
    void workOn(const PhotoRef &ref);
    void begin(const PhotoRef &ref);
    void count();
    void nextPhoto();

    const Network &m_network;
    std::vector<PhotoRef> m_photos;
    std::vector<MethodOptions> m_methods;
    NumpyRandom m_random;
    std::size_t m_next = 0;
    // The photo that is being worked on.
    std::optional<Photo> m_photo;
    std::unique_ptr<Explanation> m_explanation;
    std::vector<std::optional<Localisation>> m_found; ///< by method, the baselines first
    LocalisationReport m_result;
};

} // namespace convscope
