#include "core/index/tally.h"

#include "core/error.h"
#include "core/index/half.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>
#include <numeric>

namespace convscope {

void FilterTotals::add(const FilterTotals &other)
{
    mean.add(other.mean);
    meanSquare.add(other.meanSquare);
    response.add(other.response);
    responseSquare.add(other.responseSquare);
    positive.add(other.positive);
    alive += other.alive;
}

std::optional<std::size_t> IndexTally::find(const std::string &name) const
{
    const auto found = std::lower_bound(photos.begin(), photos.end(), name,
        [](const IndexedPhoto &photo, const std::string &asked) { return photo.name < asked; });
    if (found == photos.end() || found->name != name)
        return {};
    return std::size_t(found - photos.begin());
}

std::size_t valuesWidth(const std::vector<std::size_t> &filters)
{
    return 2 * std::accumulate(filters.begin(), filters.end(), std::size_t(0));
}

namespace {

constexpr std::uint16_t notKept = 0x7e00; // NaN

/// Keeps the first entries only, a heap whose top is the last of them.
void push(std::vector<Extreme> &heap, const Extreme &entry, End end)
{
    const ExtremeOrder before{end};
    if (heap.size() == keptExtremes) {
        if (!before(entry, heap.front()))
            return;
        std::pop_heap(heap.begin(), heap.end(), before);
        heap.back() = entry;
    } else {
        heap.push_back(entry);
    }
    std::push_heap(heap.begin(), heap.end(), before);
}

/// Of each list of a layer, in whichever order of photos.
template <typename Change> void forLists(IndexTally &tally, Change &&change)
{
    for (LayerTally &layer : tally.layers) {
        for (ExtremeList &list : layer.most)
            change(list, End::Most);
        for (ExtremeList &list : layer.least)
            change(list, End::Least);
    }
}

/// Gives the photos of the lists other numbers, in the same order.
void renumber(IndexTally &tally, const std::vector<std::int32_t> &numbers)
{
    forLists(tally, [&](ExtremeList &list, End) {
        for (Extreme &entry : list.entries)
            entry.photo = numbers[std::size_t(entry.photo)];
    });
}

HalfRows picked(const HalfRows &rows, const std::vector<std::size_t> &places)
{
    HalfRows result{rows.width, {}};
    result.values.reserve(places.size() * rows.width);
    for (const std::size_t place : places) {
        const auto row = rows.values.begin() + std::ptrdiff_t(place * rows.width);
        result.values.insert(result.values.end(), row, row + std::ptrdiff_t(rows.width));
    }
    return result;
}

void addAll(std::vector<ExactSum> &sums, const std::vector<ExactSum> &more)
{
    if (sums.empty())
        sums.resize(more.size());
    for (std::size_t i = 0; i < more.size(); ++i)
        sums[i].add(more[i]);
}

void addProducts(std::vector<ExactSum> &sums, const std::vector<ExactSum> &more)
try {
    addAll(sums, more);
} catch (const std::range_error &) {
    sums.clear();
}

} // namespace

TallyMaker::TallyMaker(std::vector<std::size_t> filters, std::vector<bool> areRectified, bool keepsValues)
    : m_filters(std::move(filters))
    , m_areRectified(std::move(areRectified))
    , m_keepsValues(keepsValues)
{
    take();
}

/// The numbers of one photo in one layer, each added to the sums so far.
struct TallyMaker::LayerSums
{
    std::vector<FilterTotals> totals;
    std::vector<ExactSum> ofClass; ///< of the photo's class; empty where it has none
    std::vector<double> responses;
};

/// Nothing is kept of it yet, so that a number that does not fit leaves no half of a photo behind.
TallyMaker::LayerSums TallyMaker::summed(
    std::size_t place, const LayerScan &seen, const std::optional<int> &label) const
{
    const LayerTally &layer = m_tally.layers[place];
    LayerSums sums{layer.totals, {}, {}};
    if (label) {
        const auto there = layer.classes.find(*label);
        sums.ofClass = there == layer.classes.end() ? std::vector<ExactSum>(m_filters[place]) : there->second;
    }
    const double places = double(seen.height) * seen.width;
    for (std::size_t f = 0; f < m_filters[place]; ++f) {
        const double mean = seen.sum[f] / places;
        const double response = m_areRectified[place] ? seen.positiveSum[f] / places : mean;
        FilterTotals &totals = sums.totals[f];
        totals.mean.add(mean);
        totals.meanSquare.add(mean * mean);
        totals.response.add(response);
        totals.responseSquare.add(response * response);
        totals.positive.add(seen.positive[f] / places);
        totals.alive += seen.positive[f] > 0;
        if (label)
            sums.ofClass[f].add(response);
        sums.responses.push_back(response);
    }
    return sums;
}

void TallyMaker::add(IndexedPhoto photo, const PhotoScan &scan, bool keepsItsValues)
{
    std::vector<LayerSums> sums;
    try {
        for (std::size_t l = 0; l < m_filters.size(); ++l)
            sums.push_back(summed(l, scan.layers[l], photo.label));
    } catch (const std::range_error &) {
        throw tooLargeToSum();
    }
    const auto number = std::int32_t(m_tally.photos.size());
    const std::size_t values = m_tally.values.values.size();
    m_tally.values.values.resize(values + m_tally.values.width, notKept);
    std::size_t maxAt = values;
    std::size_t meanAt = values + m_tally.values.width / 2;
    for (std::size_t l = 0; l < m_filters.size(); ++l) {
        LayerTally &layer = m_tally.layers[l];
        const LayerScan &seen = scan.layers[l];
        layer.totals = std::move(sums[l].totals);
        if (photo.label)
            layer.classes[*photo.label] = std::move(sums[l].ofClass);
        for (std::size_t f = 0; f < m_filters[l]; ++f) {
            const auto extreme = [&](float value, std::int32_t at) {
                return Extreme{value, number, std::int16_t(at / seen.width), std::int16_t(at % seen.width)};
            };
            push(layer.most[f].entries, extreme(seen.max[f], seen.maxAt[f]), End::Most);
            push(layer.least[f].entries, extreme(seen.min[f], seen.minAt[f]), End::Least);
            if (m_keepsValues && keepsItsValues) {
                m_tally.values.values[maxAt + f] = toHalf(seen.max[f]);
                m_tally.values.values[meanAt + f] = toHalf(float(sums[l].responses[f]));
            }
        }
        maxAt += m_filters[l];
        meanAt += m_filters[l];
    }
    m_tally.features.width = scan.features.size();
    // Photos in front of the first one that could be read have rows, too.
    m_tally.features.values.resize(m_tally.photos.size() * m_tally.features.width, notKept);
    for (const float feature : scan.features)
        m_tally.features.values.push_back(toHalf(feature));
    if (photo.label)
        ++m_tally.classPhotos[*photo.label];
    ++m_tally.counted;
    m_tally.photos.push_back(std::move(photo));
}

void TallyMaker::addFailed(IndexedPhoto photo)
{
    m_tally.photos.push_back(std::move(photo));
    m_tally.values.values.resize(m_tally.values.values.size() + m_tally.values.width, notKept);
    m_tally.features.values.resize(m_tally.photos.size() * m_tally.features.width, notKept);
}

void TallyMaker::addProducts(std::size_t layer, const std::vector<double> &products)
{
    std::vector<ExactSum> &sums = m_tally.layers[layer].products;
    if (sums.empty())
        return;
    try {
        for (std::size_t i = 0; i < products.size(); ++i)
            sums[i].add(products[i]);
    } catch (const std::range_error &) {
        sums.clear();
    }
}

IndexTally TallyMaker::take()
{
    IndexTally fresh;
    for (const std::size_t filters : m_filters) {
        LayerTally layer;
        layer.most.resize(filters);
        layer.least.resize(filters);
        layer.totals.resize(filters);
        if (filters <= maxPairedFilters)
            layer.products.resize(filters * filters);
        fresh.layers.push_back(std::move(layer));
    }
    fresh.values.width = m_keepsValues ? valuesWidth(m_filters) : 0;
    IndexTally tally = std::exchange(m_tally, std::move(fresh));
    forLists(tally, [](ExtremeList &list, End end) {
        std::sort(list.entries.begin(), list.entries.end(), ExtremeOrder{end});
    });
    forLists(tally, [&](ExtremeList &list, End) {
        list.isComplete = std::int64_t(list.entries.size()) == tally.counted;
    });
    return tally;
}

IndexTally merged(IndexTally a, const IndexTally &b)
try {
    if (a.photos.empty() && a.counted == 0)
        return b;
    if (b.photos.empty() && b.counted == 0)
        return a;
    IndexTally result;
    std::vector<std::int32_t> numbersA(a.photos.size());
    std::vector<std::int32_t> numbersB(b.photos.size());
    for (HalfRows IndexTally::*rows : {&IndexTally::features, &IndexTally::values})
        (result.*rows).width = std::max((a.*rows).width, (b.*rows).width);
    const auto take = [&](IndexTally &source, std::size_t place, std::vector<std::int32_t> &numbers) {
        numbers[place] = std::int32_t(result.photos.size());
        result.photos.push_back(source.photos[place]);
        for (HalfRows IndexTally::*rows : {&IndexTally::features, &IndexTally::values}) {
            HalfRows &to = result.*rows;
            const HalfRows &from = source.*rows;
            for (std::size_t i = 0; i < to.width; ++i)
                to.values.push_back(i < from.width ? from.values[place * from.width + i] : notKept);
        }
    };
    IndexTally other = b;
    for (std::size_t i = 0, j = 0; i < a.photos.size() || j < b.photos.size();) {
        if (j == b.photos.size() || (i < a.photos.size() && a.photos[i].name < b.photos[j].name))
            take(a, i++, numbersA);
        else
            take(other, j++, numbersB);
    }
    renumber(a, numbersA);
    renumber(other, numbersB);
    result.layers = std::move(a.layers);
    for (std::size_t l = 0; l < result.layers.size(); ++l) {
        LayerTally &layer = result.layers[l];
        const LayerTally &more = other.layers[l];
        for (std::size_t f = 0; f < layer.totals.size(); ++f) {
            layer.most[f] = merged(layer.most[f], more.most[f], End::Most);
            layer.least[f] = merged(layer.least[f], more.least[f], End::Least);
            layer.totals[f].add(more.totals[f]);
        }
        for (const auto &[label, sums] : more.classes)
            addAll(layer.classes[label], sums);
        if (layer.products.empty() || more.products.empty())
            layer.products.clear();
        else
            addProducts(layer.products, more.products);
    }
    result.classPhotos = std::move(a.classPhotos);
    for (const auto &[label, count] : b.classPhotos)
        result.classPhotos[label] += count;
    result.counted = a.counted + b.counted;
    result.gone = a.gone + b.gone;
    return result;
} catch (const std::range_error &) {
    throw tooLargeToSum();
}

bool haveRoom(const IndexTally &a, const IndexTally &b)
try {
    for (std::size_t l = 0; l < std::min(a.layers.size(), b.layers.size()); ++l) {
        for (std::size_t f = 0; f < a.layers[l].totals.size(); ++f)
            FilterTotals(a.layers[l].totals[f]).add(b.layers[l].totals[f]);
        for (const auto &[label, sums] : b.layers[l].classes) {
            const auto there = a.layers[l].classes.find(label);
            for (std::size_t f = 0; there != a.layers[l].classes.end() && f < sums.size(); ++f)
                ExactSum(there->second[f]).add(sums[f]);
        }
    }
    return true;
} catch (const std::range_error &) {
    return false;
}

Error tooLargeToSum()
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2g", ExactSum::largest);
    return Error(ErrorKind::NotFinite, {}, {text.data()});
}

void drop(IndexTally &tally, const std::vector<bool> &isDropped)
{
    std::vector<std::size_t> kept;
    std::vector<std::int32_t> numbers(tally.photos.size(), -1);
    std::vector<IndexedPhoto> photos;
    for (std::size_t place = 0; place < tally.photos.size(); ++place) {
        if (isDropped[place]) {
            tally.gone += tally.photos[place].isAnswered();
            continue;
        }
        numbers[place] = std::int32_t(kept.size());
        kept.push_back(place);
        photos.push_back(std::move(tally.photos[place]));
    }
    tally.photos = std::move(photos);
    tally.features = picked(tally.features, kept);
    tally.values = picked(tally.values, kept);
    forLists(tally, [&](ExtremeList &list, End) {
        std::erase_if(
            list.entries, [&](const Extreme &entry) { return numbers[std::size_t(entry.photo)] < 0; });
    });
    renumber(tally, numbers);
    const auto left = std::size_t(std::ranges::count_if(tally.photos, &IndexedPhoto::isAnswered));
    forLists(tally, [left](ExtremeList &list, End) { list.isComplete = list.entries.size() == left; });
    if (left > 0)
        return;
    for (LayerTally &layer : tally.layers) {
        std::ranges::fill(layer.totals, FilterTotals());
        const std::size_t filters = layer.totals.size();
        layer.products.assign(filters <= maxPairedFilters ? filters * filters : 0, ExactSum());
        layer.classes.clear();
    }
    tally.classPhotos.clear();
    tally.counted = 0;
    tally.gone = 0;
}

bool hasShortLists(const IndexTally &tally)
{
    const auto isShort = [](const ExtremeList &list) {
        return !list.isComplete && list.entries.size() < shownExtremes;
    };
    return std::ranges::any_of(tally.layers, [&](const LayerTally &layer) {
        return std::ranges::any_of(layer.most, isShort) || std::ranges::any_of(layer.least, isShort);
    });
}

} // namespace convscope
