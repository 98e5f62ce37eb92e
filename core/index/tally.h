#pragma once

#include "core/index/exactsum.h"
#include "core/index/extreme.h"
#include "core/index/photoscan.h"
#include "core/io/filestamp.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

class Error;

/// What an index knows of a photo.
struct IndexedPhoto
{
    std::string name; ///< bytes of its path below the folder
    FileStamp stamp; ///< of the file when it was read
    std::array<std::uint8_t, 32> hash{}; ///< SHA-256 of its bytes
    std::optional<int> label; ///< true class
    int predicted = -1;
    float confidence = 0; ///< the probability of what is predicted
    std::string failure = {}; ///< why it could not be read or asked, as Error's kind is called; else empty

    bool isAnswered() const { return failure.empty(); }
    bool operator==(const IndexedPhoto &) const = default;
};

/// What is summed up of a filter over photos. A photo's mean and response are means over the places of the
/// map; the response is the mean of what a ReLU behind lets through, or the mean where there is none.
struct FilterTotals
{
    ExactSum mean;
    ExactSum meanSquare;
    ExactSum response;
    ExactSum responseSquare;
    ExactSum positive; ///< of the share of values above 0
    std::int64_t alive = 0; ///< photos with a value above 0
    std::int64_t unused = 0;

    void add(const FilterTotals &other);
    bool operator==(const FilterTotals &) const = default;
};

static_assert(sizeof(FilterTotals) == 96, "is written to files as it lies in memory");

/// All that is kept of one layer.
struct LayerTally
{
    std::vector<ExtremeList> most; ///< one a filter
    std::vector<ExtremeList> least;
    std::vector<FilterTotals> totals; ///< one a filter
    /// By true class the sums of the responses, one a filter.
    std::map<int, std::vector<ExactSum>> classes;
    /// F×F, sums of products of two filters' responses (PhotoScanner::takeProducts); empty where the layer
    /// has too many filters, or they are too large to be summed up.
    std::vector<ExactSum> products;

    bool operator==(const LayerTally &) const = default;
};

/// Rows of half-precision numbers, one a photo.
struct HalfRows
{
    std::size_t width = 0;
    std::vector<std::uint16_t> values;

    bool operator==(const HalfRows &) const = default;
};

/// What an index holds of some photos of a folder. Tallies of photos that have none in common add up to that
/// of all of them, in any order and grouping to the same one, but for which photos have values.
struct IndexTally
{
    std::vector<IndexedPhoto> photos; ///< sorted by name
    std::vector<LayerTally> layers; ///< in the order of the plan
    std::map<int, std::int64_t> classPhotos; ///< of each true class the photos that were counted
    std::int64_t counted = 0; ///< photos in the totals
    std::int64_t gone = 0; ///< of these, those that have been taken away or have changed since
    HalfRows features; ///< one row a photo; none has any where the plan has no features layer
    /// One row a photo: of each layer and filter the largest value, then of each the mean response. NaN where
    /// it was not kept.
    HalfRows values;

    /// Photos of the tally, by name; none where it is not there.
    std::optional<std::size_t> find(const std::string &name) const;

    bool operator==(const IndexTally &) const = default;
};

/// The columns of values where they are kept: two of each filter of all layers.
std::size_t valuesWidth(const std::vector<std::size_t> &filters);

/// No layer with more filters is looked through for pairs that answer alike.
constexpr std::size_t maxPairedFilters = 1024;

/// Adds photos one after the other, in the order of their names.
class TallyMaker
{
public:
    /// `filters`: of each layer of the plan. `keepsValues`: for each photo, what each filter says.
    TallyMaker(std::vector<std::size_t> filters, std::vector<bool> areRectified, bool keepsValues);

    /// Throws Error: NotFinite with the largest number as its value, where one or a sum is too large to be
    /// summed up; then nothing has been added.
    void add(IndexedPhoto photo, const PhotoScan &scan, bool keepsItsValues);
    void addFailed(IndexedPhoto photo);
    /// Where they are too large to be summed up, the layer has none.
    void addProducts(std::size_t layer, const std::vector<double> &products);

    std::size_t count() const { return m_tally.photos.size(); }
    /// Of all photos that were added; begins anew.
    IndexTally take();

private:
    struct LayerSums;
    LayerSums summed(std::size_t place, const LayerScan &seen, const std::optional<int> &label) const;

    std::vector<std::size_t> m_filters;
    std::vector<bool> m_areRectified;
    bool m_keepsValues;
    IndexTally m_tally; ///< lists and photos are not sorted yet
};

/// The tally of the photos of both, which must have none in common. Throws Error: NotFinite, as
/// TallyMaker::add() does.
IndexTally merged(IndexTally a, const IndexTally &b);

/// Whether the sums of both fit together.
bool haveRoom(const IndexTally &a, const IndexTally &b);
/// What is thrown where they do not.
Error tooLargeToSum();

/// Without photos that have been taken away or have changed, by place in the tally. Lists lose their entries;
/// sums keep them, and `gone` tells. Where no photo is left that was answered, all begins anew.
void drop(IndexTally &tally, const std::vector<bool> &isDropped);

/// Whether a list holds fewer photos than are shown although there are more: others would have to be looked
/// at again to know which come next.
bool hasShortLists(const IndexTally &tally);

} // namespace convscope
