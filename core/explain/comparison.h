#pragma once

#include "core/data/photoset.h"
#include "core/error.h"
#include "core/explain/bootstrap.h"
#include "core/explain/measure.h"
#include "core/explain/methods.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

// Methods compared by measures over many photos: what is asked, what is known of each photo, and what follows
// from it. A map is that of a rival or of a method; the rivals come first.

/// Maps that know nothing of the network, beside which every method stands.
constexpr std::array comparedRivals{Rival::Random, Rival::Coarse, Rival::Uniform};

struct ComparisonPlan
{
    std::vector<PhotoRef> photos = {};
    std::vector<MethodOptions> questions = {};
    std::vector<MeasurePtr> measures = {}; ///< none is null

    std::size_t mapCount() const { return comparedRivals.size() + questions.size(); }
    static bool isRival(std::size_t map) { return map < comparedRivals.size(); }
    /// Of a map that is no rival's.
    const MethodOptions &question(std::size_t map) const { return questions[map - comparedRivals.size()]; }
};

/// What a measure says of one map.
struct Finding
{
    std::optional<double> value = {}; ///< finite; none where the measure has nothing to say of the map
    std::optional<Error> error = {}; ///< why there is no value
};

/// What is known of one map of a photo.
struct ComparedMap
{
    std::optional<int> target = {}; ///< the class that the map was measured for
    std::vector<std::optional<Finding>> findings = {}; ///< by measure; none: it was not measured yet

    bool isComplete() const;
};

/// What is known of one photo.
struct ComparedPhoto
{
    std::string hash = {}; ///< SHA-256 of its file; empty while nothing of it was read
    std::optional<std::size_t> sameAs = {}; ///< place of the photo before it that has the same bytes
    std::optional<Error> error = {}; ///< why the photo cannot be compared
    std::optional<int> predicted = {}; ///< the likeliest class
    double probability = 0; ///< of that class
    std::vector<ComparedMap> maps = {};
    bool isDone = false; ///< nothing is missing

    /// None where there is no value.
    std::optional<double> value(std::size_t map, std::size_t measure) const;
};

/// By place in the plan; null where nothing is known of the photo yet.
using ComparedPhotos = std::vector<std::shared_ptr<const ComparedPhoto>>;

/// A method's or a rival's mean of a measure. It is taken over the photos of the column.
struct ComparedCell
{
    int photos = 0; ///< that the mean is of
    double mean = 0; ///< valid where there is a photo
    std::optional<Interval> interval = {}; ///< none of fewer than two photos
    // Of all photos, whether the column has them or not
    int values = 0;
    int silent = 0; ///< photos on which the measure had nothing to say
    int failed = 0;
};

/// A measure over the photos on which each method has a value. A method that has no value on any photo is
/// left out of that, and has no mean.
struct ComparedColumn
{
    int photos = 0;
    std::vector<ComparedCell> cells = {}; ///< by map
    /// The method with the best mean, where its interval overlaps that of no other map.
    std::optional<std::size_t> best = {};
    /// The rival with the best mean, where no method has a better one.
    std::optional<std::size_t> betterRival = {};
};

/// What follows from all that is known so far.
struct ComparisonSummary
{
    std::vector<ComparedColumn> columns = {}; ///< by measure
    int done = 0; ///< photos of which nothing is missing, without equal and failed ones
    int equal = 0; ///< photos that have the same bytes as one before them; they do not count
    int failed = 0; ///< photos that could not be read
    int withoutLabel = 0; ///< photos without a label, where a question is about the true class
    int differentClasses = 0; ///< photos on which methods explain different classes
    /// The network gave the same probability of the same class to all photos, at least two.
    bool isAnswerTheSame = false;
};

/// The places of the photos that the means of a measure are taken over.
std::vector<std::size_t> countedPhotos(
    const ComparisonPlan &plan, const ComparedPhotos &photos, std::size_t measure);

ComparisonSummary summaryOf(const ComparisonPlan &plan, const ComparedPhotos &photos);

/// The maps of a table, the rivals first, then the methods by their means of a measure, the best first (of a
/// measure that does not judge: the highest). Methods without a mean come last. Without a measure they stay
/// in their order.
std::vector<std::size_t> sortedMaps(
    const ComparisonPlan &plan, const ComparisonSummary &summary, std::optional<std::size_t> measure);

/// The photos that have a value of a map, the best first (of a measure that does not judge: the highest).
std::vector<std::size_t> sortedPhotos(
    const ComparisonPlan &plan, const ComparedPhotos &photos, std::size_t map, std::size_t measure);

/// `count` of the photos, evenly spread over all, in their order; all where there are not more.
std::vector<PhotoRef> spreadPhotos(const std::vector<PhotoRef> &photos, std::size_t count);

/// What a comparison asks of each photo with the rivals and the methods: "random", "gradcam".
const char *mapName(const ComparisonPlan &plan, std::size_t map);

} // namespace convscope
