#pragma once

#include "core/explain/target.h"
#include "core/explain/traits.h"
#include "core/image/image.h"
#include "core/image/slic.h"
#include "core/note.h"

#include <cmath>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace convscope {

/// Whether the parts of an attribution add up to what they explain.
struct Completeness
{
    double sum = 0; ///< of the map's values
    double difference = 0; ///< of the score: the photo's less the baseline's, or the photo's without one

    /// In units of the score; 0 is complete.
    double error() const { return sum - difference; }
    /// As a part of the difference; none where that is 0.
    std::optional<double> relativeError() const;
};

/// A map of what a class rests on.
struct Attribution
{
    Map map; ///< C×h×w, raw: of the input's size, or of a layer's
    Meaning meaning = Meaning::Sensitivity;
    std::optional<Range> stretchedFrom =
        {}; ///< where the method gives a map in [0, 1]: what 0 and 1 stand for
    Explained target = {}; ///< what was meant
    std::optional<Completeness> completeness = {}; ///< of methods whose parts shall add up
    std::optional<Map> errors = {}; ///< the standard error of each value, of a mean over samples
    int samples = 0; ///< used, of such a mean
    int samplesAsked = 0; ///< 0 of a method that takes none
    Notes notes = {};
    bool isRival = false; ///< knows nothing of the network: a map to compare others with
};

/// How much of a mean over samples is chance: the root of the mean square of its standard errors, as a part
/// of the deviation of its values from place to place. None without errors, and of a map that is the same
/// everywhere.
std::optional<double> noiseOf(const Attribution &answer);

/// What one filter of one layer says of a photo.
struct Activation
{
    Map map; ///< 1×h×w, raw: what a forward hook on the layer sees of the filter's channel
    Notes notes;
};

/// A picture that was changed step by step until something responds as strongly as it can.
struct OptimisedImage
{
    Map image; ///< 3×H×W, raw: not clamped, not normalised; of several pictures, all side by side
    std::vector<double>
        objective; ///< what is made large, before each step; its size is the number of steps done
    int stepsAsked = 0;
    Notes notes = {};
    /// Its values lie in [0, 1], as those of photos, and are shown as they are.
    bool isLikePhoto = false;
    int pictures = 1; ///< row by row, columns() of them in a row; the last places may be empty, 1

    int columns() const; ///< the least number whose square is not below `pictures`
    int rows() const;
};

struct SegmentWeight
{
    int segment = 0;
    double weight = 0; ///< in units of the score: logits, or probability
    /// Standard error of the weight: how far it moves with other samples. None of a weight in which no sample
    /// has a part.
    std::optional<double> error = {};

    /// Whether its sign is more than chance: at least two standard errors from zero.
    bool isCertain() const { return std::abs(weight) >= 2 * error.value_or(0); }
};

/// The linear model that stands in for the network around one photo: its intercept, and the weights of the
/// superpixels that are shown.
struct LinearModel
{
    double intercept = 0;
    double r2 = 0; ///< weighted coefficient of determination
    double localPrediction = 0; ///< the model's score for the whole photo
};

/// How much each superpixel speaks for or against one class.
struct ClassWeights
{
    int label = 0;
    std::optional<LinearModel> model = {}; ///< that the weights are part of; none where each stands by itself
    /// By falling |weight|, equal ones by segment. One a superpixel; of an answer that is not complete, one
    /// for each that has been weighed.
    std::vector<SegmentWeight> weights = {};
};

/// Which superpixels are marked.
struct Marking
{
    int features = 11; ///< so many at most, the largest |weight| first
    double minWeight = 0.05; ///< of these, the ones at least this large; in units of the score

    bool operator==(const Marking &) const = default;
};

/// How much each superpixel speaks for or against each class.
struct SuperpixelWeights
{
    Segmentation segments;
    std::vector<ClassWeights> classes; ///< one a class, by label
    /// Of what is explained where that is no class; its label means nothing.
    std::optional<ClassWeights> other = {};
    Explained target = {}; ///< what was meant
    /// Of a search for superpixels to hide: how far the class is still ahead of the other one without those
    /// that have a weight, in logits; at 0 or below, the other one is ahead.
    std::optional<double> leadLeft = {};
    int samples = 0; ///< used
    int samplesAsked = 0; ///< 0 of a method that takes none
    Marking marking;
    /// The weights are those of the first of two networks less those of the second one.
    bool isDifference = false;
    std::uint64_t streamEnd =
        0; ///< 32-bit outputs of the generator drawn when this photo is done; the next offset
    Notes notes;

    const ClassWeights &ofTarget() const { return other ? *other : classes.at(std::size_t(target)); }
};

/// What a class rests on, at each of several layers.
struct LayerMaps
{
    struct OfLayer
    {
        int layer = 0;
        Map map; ///< 1×h×w, raw, the layer's size
    };

    std::vector<OfLayer> maps; ///< in the order in which the network runs them
    bool isSigned = false; ///< below 0 speaks for another class; else only what is above 0 counts
    Explained target = {}; ///< what was meant
    Notes notes = {};
};

/// What each filter of a layer adds to the score.
struct FilterWeights
{
    std::vector<double> weights; ///< one a filter, in units of the score
    Explained target = {}; ///< what was meant
    Notes notes = {};

    /// The places of up to `count` filters, the largest |weight| first, equal ones by place.
    std::vector<int> strongest(int count) const;
};

/// What is marked for one class: −1, 0 or +1 for each of `count` superpixels.
std::vector<std::int8_t> markedSigns(const ClassWeights &weights, int count, const Marking &marking);

/// The same for each pixel, H×W.
std::vector<std::int8_t> markedPixels(
    const Segmentation &segments, const ClassWeights &weights, const Marking &marking);
/// What an answer marks for its target.
std::vector<std::int8_t> markedPixels(const SuperpixelWeights &answer);

/// The notebook's picture of the marks: in pixels marked +1 the green, in those marked −1 the red channel is
/// set to the largest value in the picture.
Image notebookPicture(const Image &input, const std::vector<std::int8_t> &marks);

/// One alternative for each AnswerKind, in its order.
using Answer =
    std::variant<Attribution, Activation, OptimisedImage, SuperpixelWeights, LayerMaps, FilterWeights>;

AnswerKind kindOf(const Answer &answer);
const Notes &notesOf(const Answer &answer);
/// What was meant; none of an answer that is about no class and no filter as a whole.
std::optional<Explained> targetOf(const Answer &answer);
/// The class that it is about; none of an answer that is about something else, or about nothing.
std::optional<int> labelOf(const Answer &answer);

/// Whether it is that of one network less that of another one.
bool isDifference(const Answer &answer);

/// The map of an answer as its method computed it, before it was stretched to [0, 1]; of superpixels, the
/// weight of each pixel's. None of an answer that holds no map for a class or a filter.
std::optional<Map> rawMap(const Answer &answer);

/// A class activation map as it is looked at, 1×height×width in [0, 1]: what is below 0 is cut off, it is
/// stretched to [0, 1] by (m − min)/(1e-7 + max), brought to that size (bilinear, half-pixel centres, as
/// PyTorch's interpolate with align_corners=False), and stretched again. As pytorch-grad-cam does.
Map finishedCam(const Map &raw, int height, int width);

/// The values of an attribution added up over its channels, 1×h×w.
Map sumOfChannels(const Map &map);

/// |v| of each value.
Map sizesOf(const Map &map);

/// What PAIR's saliency cuts from the scale of sizes, as a share of the values: so no single pixel darkens
/// the rest.
constexpr double sizeOutliers = 0.01;
/// What Captum cuts from the scale of a signed map, as a share of the sum of |values|.
constexpr double signedOutliers = 0.02;

/// The scale of a map, `low` to v: of the share `outliers` of its values v cuts off the highest, as NumPy's
/// percentile gives it; the largest value where that is not above `low`.
Range clippedScale(const Map &map, double low, double outliers);

/// The scale of a map of sizes, from 0.
Range sizeScale(const Map &map, double outliers = sizeOutliers);

/// The scale of a signed map, ±v: v is the value at which the running sum of the sorted |values| first
/// reaches all but `outliers` of the whole. As Captum does.
Range signedScale(const Map &map, double outliers = signedOutliers);

} // namespace convscope
