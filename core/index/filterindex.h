#pragma once

#include "core/index/indexfolder.h"

#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// A photo at its rank.
struct RankedPhoto
{
    std::size_t photo = 0; ///< place in FilterIndex::photos()
    float value = 0; ///< of the filter's map, at its most extreme place
    int y = 0; ///< row and column of that place in the map
    int x = 0;

    bool operator==(const RankedPhoto &) const = default;
};

/// What a filter does over all photos. A photo's response is the mean over its places of what the ReLU behind
/// the filter lets through; where there is no ReLU, of the map itself.
struct FilterSummary
{
    std::int64_t photos = 0; ///< that were counted
    double mean = 0; ///< of the map, over places and photos
    double deviation = 0; ///< of the photos' means: the square root of their variance, divided by the number
    double max = 0; ///< over all photos that are still there
    double min = 0;
    double response = 0; ///< mean over the photos
    std::optional<double> zeros; ///< share of places at which the ReLU lets nothing through; none without one
    double alive = 0; ///< share of the photos with a value above 0, in the layer that is looked at
    /// That is the batch norm behind this layer: alive, response and what follows from them are of its
    /// output.
    bool isAliveBehindNorm = false;
    /// Sparseness over the photos, in [0, 1]; 1: it answers to one photo only. (1 − m²/q)/(1 − 1/n), m the
    /// mean of the responses, q that of their squares (Vinje & Gallant 2000, after Treves & Rolls). None
    /// where all are 0, or some are negative.
    std::optional<double> sparsity;
    std::map<int, double> classResponses; ///< by true class, the mean response
    /// (m − r)/(m + r), m the largest of the class means, r the mean of the others (Morcos et al.,
    /// arXiv:1803.06959), in [0, 1]. None with fewer than two classes, where all are 0 or some are negative.
    std::optional<double> selectivity;
    std::optional<int> bestClass; ///< with the largest mean response, where there are classes

    bool isDead() const { return alive == 0; }
};

struct SimilarFilter
{
    int filter = 0;
    double cosine = 0; ///< of the responses, over photos and places

    bool operator==(const SimilarFilter &) const = default;
};

/// What stands in one sentence of a filter. Several may hold.
struct FilterTriage
{
    bool isDead = false; ///< no value above 0 on any photo
    std::optional<SimilarFilter> duplicateOf; ///< the first filter that it answers like: cosine above 0.95
    std::optional<int>
        firesForClass; ///< selectivity of at least 0.75: seven times as strong as for the others
    bool firesEverywhere = false; ///< above 0 on every photo, and at 95 % of the places
};

/// An index that is read: what it knows of filters, without the network. Files are mapped and read when they
/// are asked for. One thread at a time.
class FilterIndex
{
public:
    /// Throws Error: IndexMissing, NotAnIndex, IndexDamaged, IndexTooNew, CannotRead.
    explicit FilterIndex(IndexFolder folder);
    ~FilterIndex();
    FilterIndex(FilterIndex &&) noexcept;
    FilterIndex &operator=(FilterIndex &&) noexcept;

    const IndexFolder::About &about() const;
    const IndexManifest &manifest() const;
    std::size_t photoCount() const;
    const std::string &photoName(std::size_t photo) const; ///< below the folder
    IndexedPhoto photo(std::size_t photo) const;

    /// The layer that an index ("15") or a name ("cnn.15") means. Throws Error: LayerNotIndexed.
    const IndexedLayer &layer(const std::string &indexOrName) const;
    const IndexedLayer *find(int index) const; ///< null where the index does not tell of it

    /// Photos by the largest value, or by the smallest. Behind a ReLU only those with a value above 0: on all
    /// others the filter is 0. All are at their right ranks. Throws Error: FilterOutOfRange, FilterNotTold,
    /// IndexDamaged.
    std::vector<RankedPhoto> extremes(
        const IndexedLayer &layer, int filter, End end, std::size_t most = shownExtremes) const;
    /// Throws what extremes() throws.
    FilterSummary summary(const IndexedLayer &layer, int filter) const;
    /// Of all filters of a layer.
    std::vector<FilterSummary> summaries(const IndexedLayer &layer) const;
    /// Filters of the same layer, the most similar first; those that never answer are left out. Empty where
    /// the layer has too many filters. Throws what extremes() throws.
    std::vector<SimilarFilter> similar(const IndexedLayer &layer, int filter, std::size_t most) const;
    FilterTriage triage(const IndexedLayer &layer, int filter) const;
    std::vector<FilterTriage> triage(const IndexedLayer &layer) const;

    /// What is kept of each photo: the filter's largest value, or its mean response; NaN where it was not
    /// kept. In half precision. Empty where nothing was kept.
    enum class Kept
    {
        Max,
        Response,
    };
    std::vector<float> values(const IndexedLayer &layer, int filter, Kept kept) const;
    // These may be called on several threads at once.
    bool keepsValues() const;
    /// The mean responses of all filters of a layer, count × filters from a photo on; NaN where they were not
    /// kept. There must be values.
    void readResponses(const IndexedLayer &layer, std::size_t first, std::size_t count, float *to) const;
    /// What photos give in the layer before the answer, count × featuresWidth(); 0: that was not kept. NaN of
    /// photos that could not be read. Throws Error: IndexDamaged, where another one has NaN.
    void readFeatures(std::size_t first, std::size_t count, float *to) const;
    std::size_t featuresWidth() const;

    static constexpr std::size_t shownExtremes = convscope::shownExtremes;
    static constexpr double duplicateCosine = 0.95;
    static constexpr double classSelectivity = 0.75;
    static constexpr double everywhereShare = 0.95;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
