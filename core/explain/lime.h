#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/options.h"
#include "core/image/slic.h"
#include "core/network/network.h"

#include <cmath>
#include <memory>
#include <vector>

namespace convscope {

struct SegmentWeight
{
    int segment = 0;
    double weight = 0; ///< in units of the score: logits, or probability
    double error = 0; ///< standard error of the weight: how far it moves with other samples

    /// Whether its sign is more than chance: at least two standard errors from zero.
    bool isCertain() const { return std::abs(weight) >= 2 * error; }
};

/// The linear model that stands in for the network around one photo, for one class.
struct Surrogate
{
    int label = 0;
    double intercept = 0;
    double r2 = 0; ///< weighted coefficient of determination
    double localPrediction = 0; ///< the surrogate's score for the whole photo
    std::vector<SegmentWeight> weights; ///< one a superpixel, by falling |weight|, equal ones by segment
};

struct LimeExplanation
{
    Segmentation segments;
    std::vector<Surrogate> classes; ///< one a class, by label
    int target = 0; ///< the class that was meant
    int samples = 0; ///< used
    std::uint64_t streamEnd =
        0; ///< 32-bit outputs of the generator drawn when this photo is done; the next offset
    Notes notes;
};

/// What the mask of one class says of each superpixel, −1, 0 or +1: the `features` largest |weight| are
/// taken, of these the ones ≥ minWeight.
std::vector<std::int8_t> limeSigns(const Surrogate &surrogate, int features, double minWeight);

/// The same for each pixel, H×W.
std::vector<std::int8_t> limeMask(
    const Segmentation &segments, const Surrogate &surrogate, int features, double minWeight);

/// The notebook's picture: in pixels marked +1 the green, in those marked −1 the red channel is set to the
/// largest value in the picture.
Image limePicture(const Image &input, const std::vector<std::int8_t> &mask);

/// LIME for images, as the `lime` package computes it (Ribeiro, Singh, Guestrin, "Why Should I Trust You?",
/// arXiv:1602.04938): superpixels hidden at random by their mean colour, weighted ridge regression (alpha 1,
/// exponential kernel of width 0.25 on the cosine distance). All classes come from the same passes.
/// A few samples a step; result() is valid once progress().done ≥ 2, and is the same that a run of as many
/// samples gives.
class LimeRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange, InvalidOption.
    LimeRun(const Network &network, Photo photo, const LimeOptions &options);
    ~LimeRun() override;
    bool step() override;
    Progress progress() const override;
    LimeExplanation result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
