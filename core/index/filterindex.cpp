#include "core/index/filterindex.h"

#include "core/error.h"
#include "core/index/half.h"
#include "core/internal/indexdamaged.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>

namespace convscope {

namespace {

using Rule = DerivedLayer::Rule;

/// The files of one layer.
struct LayerFiles
{
    MappedNpy most;
    MappedNpy least;
    MappedNpy totals;
    MappedNpy classes;
    std::optional<MappedNpy> products = {}; ///< large; read when it is asked for
};

} // namespace

struct FilterIndex::State
{
    explicit State(IndexFolder root)
        : folder(std::move(root))
    {
    }

    std::filesystem::path whole() const { return folder.whole(about); }

    MappedNpy array(
        const char *what, std::size_t place, const char *type, std::size_t size, std::size_t axes) const
    {
        return readArray(
            whole(), manifest, std::string(what) + '/' + std::to_string(place) + ".npy", type, size, axes);
    }

    const LayerFiles &files(std::size_t place)
    {
        std::optional<LayerFiles> &all = layers[place];
        if (!all) {
            all = LayerFiles{array("top", place, indextypes::extreme, sizeof(Extreme), 2),
                array("least", place, indextypes::extreme, sizeof(Extreme), 2),
                array("stats", place, indextypes::totals, sizeof(FilterTotals), 1),
                array("classes", place, indextypes::sum, sizeof(ExactSum), 2)};
            const auto filters = std::int64_t(filtersAt[place]);
            const auto isOf = [&](const MappedNpy &array, std::int64_t first, std::int64_t second) {
                return array.shape() == std::vector<std::int64_t>{first, second};
            };
            const auto kept = std::int64_t(keptExtremes);
            if (all->totals.shape()[0] != filters || !isOf(all->most, filters, kept)
                || !isOf(all->least, filters, kept)
                || !isOf(all->classes, std::int64_t(manifest.classPhotos.size()), filters)
                || !areSound(*all, place)) {
                all.reset();
                throwDamaged(whole());
            }
        }
        return *all;
    }

    /// Entries are of photos that there are, at places that there are; no more photos are alive than counted.
    bool areSound(const LayerFiles &files, std::size_t place) const
    {
        const auto told = std::ranges::find_if(
            about.layers, [place](const IndexedLayer &layer) { return layer.place == place; });
        const auto isSound = [&](const Extreme &entry) {
            return entry.photo < 0
                || (entry.photo < manifest.photos && std::isfinite(entry.value) && entry.y >= 0
                    && entry.y < told->height && entry.x >= 0 && entry.x < told->width);
        };
        return std::ranges::all_of(files.most.values<Extreme>(), isSound)
            && std::ranges::all_of(files.least.values<Extreme>(), isSound)
            && std::ranges::all_of(files.totals.values<FilterTotals>(), [&](const FilterTotals &totals) {
                   return totals.alive >= 0 && totals.alive <= manifest.counted;
               });
    }

    /// Rows of photos that were answered have all their features; others have none.
    void checkFeatures(std::size_t first, std::size_t count, std::size_t width, const float *rows) const
    {
        for (std::size_t row = 0; row < count; ++row) {
            const bool isAnswered = !manifest.failures.contains(first + row);
            const std::span<const float> of(rows + row * width, width);
            if (isAnswered == std::ranges::any_of(of, [](float each) { return std::isnan(each); }))
                throwDamaged(whole() / "features.npy");
        }
    }

    std::span<const ExactSum> products(std::size_t place)
    {
        files(place);
        LayerFiles &all = *layers[place];
        if (!all.products)
            all.products = array("products", place, indextypes::sum, sizeof(ExactSum), 2);
        const auto sums = all.products->values<ExactSum>();
        const auto filters = std::size_t(all.totals.shape()[0]);
        if (!sums.empty() && sums.size() != filters * filters)
            throwDamaged(whole());
        return sums;
    }

    void check(const IndexedLayer &layer, int filter)
    {
        const std::int64_t there = files(layer.place).totals.shape()[0];
        if (filter < 0 || filter >= layer.filters || filter >= there)
            throw Error(ErrorKind::FilterOutOfRange, {},
                {std::to_string(filter), layer.name, std::to_string(layer.filters)});
        if (layer.rule == Rule::BeforeNorm && layer.scale[std::size_t(filter)] == 0)
            throw Error(ErrorKind::FilterNotTold, {}, {layer.name});
    }

    IndexFolder folder;
    IndexFolder::About about;
    IndexManifest manifest;
    std::vector<std::size_t> filtersAt; ///< of each layer that is looked at
    std::vector<std::string> names;
    MappedNpy photos;
    MappedNpy values;
    MappedNpy features;
    std::vector<std::optional<LayerFiles>> layers;
};

FilterIndex::FilterIndex(IndexFolder folder)
    : m_state(std::make_unique<State>(std::move(folder)))
{
    State &state = *m_state;
    const std::optional<IndexFolder::About> about = state.folder.about();
    if (!about || about->whole.empty())
        throw Error(ErrorKind::IndexMissing, state.folder.root());
    state.about = *about;
    state.manifest = readManifest(state.whole());
    state.about.key.requireSame(state.manifest.key, state.whole());
    state.names = readNames(state.whole(), state.manifest);
    state.photos =
        readArray(state.whole(), state.manifest, "photos.npy", indextypes::photo, sizeof(PhotoRow), 1);
    state.values = readArray(state.whole(), state.manifest, "values.npy", indextypes::half, 2, 2);
    state.features = readArray(state.whole(), state.manifest, "features.npy", indextypes::half, 2, 2);
    state.layers.resize(state.about.key.layers.size());
    state.filtersAt = filtersOf(state.about.layers);
    const auto hasRows = [&](const MappedNpy &array) {
        return array.shape()[1] == 0 || array.shape()[0] == state.manifest.photos;
    };
    const auto width = std::size_t(state.values.shape()[1]);
    if (!hasRows(state.values) || !hasRows(state.features)
        || (width != 0 && width != valuesWidth(state.filtersAt)))
        throwDamaged(state.whole());
    checkPhotos(state.photos.values<PhotoRow>(), state.manifest, state.whole());
}

FilterIndex::~FilterIndex() = default;
FilterIndex::FilterIndex(FilterIndex &&) noexcept = default;
FilterIndex &FilterIndex::operator=(FilterIndex &&) noexcept = default;

const IndexFolder::About &FilterIndex::about() const { return m_state->about; }
const IndexManifest &FilterIndex::manifest() const { return m_state->manifest; }
std::size_t FilterIndex::photoCount() const { return m_state->names.size(); }
const std::string &FilterIndex::photoName(std::size_t photo) const { return m_state->names.at(photo); }

IndexedPhoto FilterIndex::photo(std::size_t photo) const
{
    const PhotoRow &row = m_state->photos.values<PhotoRow>()[photo];
    IndexedPhoto result{
        m_state->names.at(photo), {row.size, row.changed}, row.hash, {}, row.predicted, row.confidence};
    if (row.label >= 0)
        result.label = row.label;
    if (const auto failure = m_state->manifest.failures.find(photo);
        failure != m_state->manifest.failures.end())
        result.failure = failure->second;
    return result;
}

const IndexedLayer &FilterIndex::layer(const std::string &indexOrName) const
{
    for (const IndexedLayer &each : m_state->about.layers) {
        if (each.name == indexOrName)
            return each;
    }
    int index = -1;
    const char *const end = indexOrName.data() + indexOrName.size();
    if (std::from_chars(indexOrName.data(), end, index).ptr == end) {
        if (const IndexedLayer *found = find(index))
            return *found;
    }
    throw Error(ErrorKind::LayerNotIndexed, {}, {indexOrName});
}

const IndexedLayer *FilterIndex::find(int index) const
{
    for (const IndexedLayer &each : m_state->about.layers) {
        if (each.index == index)
            return &each;
    }
    return nullptr;
}

namespace {

/// What a value of the layer that is looked at is in a layer that follows from it.
double derived(const IndexedLayer &layer, int filter, double value)
{
    if (!layer.rule)
        return value;
    if (*layer.rule == Rule::Rectified)
        return std::max(0.0, value);
    return (value - layer.shift[std::size_t(filter)]) / layer.scale[std::size_t(filter)];
}

bool turnsRound(const IndexedLayer &layer, int filter)
{
    return layer.rule == Rule::BeforeNorm && layer.scale[std::size_t(filter)] < 0;
}

} // namespace

std::vector<RankedPhoto> FilterIndex::extremes(
    const IndexedLayer &layer, int filter, End end, std::size_t most) const
{
    m_state->check(layer, filter);
    const LayerFiles &files = m_state->files(layer.place);
    const bool isMost = (end == End::Most) != turnsRound(layer, filter);
    const auto entries = (isMost ? files.most : files.least)
                             .values<Extreme>()
                             .subspan(std::size_t(filter) * keptExtremes, keptExtremes);
    std::vector<RankedPhoto> ranked;
    for (const Extreme &entry : entries) {
        if (entry.photo < 0 || ranked.size() == most)
            break;
        if (std::size_t(entry.photo) >= photoCount())
            throwDamaged(m_state->whole());
        if (layer.rule == Rule::Rectified && entry.value <= 0) {
            if (end == End::Most)
                break; // on this and on all that follow the filter is 0
            continue; // nobody knows which of these comes first
        }
        ranked.push_back(
            {std::size_t(entry.photo), float(derived(layer, filter, entry.value)), entry.y, entry.x});
    }
    return ranked;
}

FilterSummary FilterIndex::summary(const IndexedLayer &layer, int filter) const
{
    m_state->check(layer, filter);
    const LayerFiles &files = m_state->files(layer.place);
    const FilterTotals &totals = files.totals.values<FilterTotals>()[std::size_t(filter)];
    FilterSummary summary;
    summary.photos = m_state->manifest.counted;
    if (summary.photos == 0)
        return summary;
    const auto photos = double(summary.photos);
    const bool isRectified = layer.rule == Rule::Rectified;
    const double mean = totals.mean.value() / photos;
    const double square = totals.meanSquare.value() / photos;
    const double scale = layer.rule == Rule::BeforeNorm ? layer.scale[std::size_t(filter)] : 1;
    summary.response = totals.response.value() / photos;
    const double responseSquare = totals.responseSquare.value() / photos;
    summary.mean = isRectified ? summary.response : derived(layer, filter, mean);
    const double variance =
        isRectified ? responseSquare - summary.response * summary.response : square - mean * mean;
    summary.deviation = std::sqrt(std::max(0.0, variance)) / std::abs(scale);
    summary.alive = double(totals.alive) / photos;
    summary.isAliveBehindNorm = layer.rule == Rule::BeforeNorm;
    const bool hasReLU = std::any_of(m_state->about.layers.begin(), m_state->about.layers.end(),
        [&](const IndexedLayer &each) { return each.place == layer.place && each.rule == Rule::Rectified; });
    if (hasReLU || layer.kind == "ReLU")
        summary.zeros = 1 - totals.positive.value() / photos;
    const auto first = [&](const MappedNpy &lists) {
        const Extreme &entry = lists.values<Extreme>()[std::size_t(filter) * keptExtremes];
        return entry.photo < 0 ? 0.0 : derived(layer, filter, entry.value);
    };
    summary.max = first(turnsRound(layer, filter) ? files.least : files.most);
    summary.min = first(turnsRound(layer, filter) ? files.most : files.least);
    const bool neverNegative = hasReLU || first(files.least) >= 0;
    if (neverNegative && responseSquare > 0 && summary.photos > 1)
        summary.sparsity = (1 - summary.response * summary.response / responseSquare) / (1 - 1 / photos);
    std::size_t row = 0;
    const auto filters = std::size_t(files.totals.shape()[0]);
    for (const auto &[label, count] : m_state->manifest.classPhotos) {
        const ExactSum &sum = files.classes.values<ExactSum>()[row++ * filters + std::size_t(filter)];
        summary.classResponses[label] = sum.value() / double(count);
    }
    const auto best = std::max_element(summary.classResponses.begin(), summary.classResponses.end(),
        [](const auto &a, const auto &b) { return a.second < b.second; });
    if (best == summary.classResponses.end())
        return summary;
    summary.bestClass = best->first;
    double others = 0;
    for (const auto &[label, response] : summary.classResponses)
        others += label == best->first ? 0 : response;
    const std::size_t classes = summary.classResponses.size();
    if (classes > 1 && neverNegative) {
        others /= double(classes - 1);
        if (best->second + others > 0)
            summary.selectivity = (best->second - others) / (best->second + others);
    }
    return summary;
}

std::vector<FilterSummary> FilterIndex::summaries(const IndexedLayer &layer) const
{
    std::vector<FilterSummary> all;
    for (int filter = 0; filter < layer.filters; ++filter) {
        if (layer.rule == Rule::BeforeNorm && layer.scale[std::size_t(filter)] == 0)
            all.emplace_back(); // nothing is known of it
        else
            all.push_back(summary(layer, filter));
    }
    return all;
}

std::vector<SimilarFilter> FilterIndex::similar(const IndexedLayer &layer, int filter, std::size_t most) const
{
    m_state->check(layer, filter);
    const auto sums = m_state->products(layer.place);
    std::vector<SimilarFilter> all;
    if (sums.empty())
        return all;
    const auto filters = std::size_t(layer.filters);
    const auto product = [&](std::size_t a, std::size_t b) { return sums[a * filters + b].value(); };
    const auto asked = std::size_t(filter);
    for (std::size_t other = 0; other < filters; ++other) {
        const double size = std::sqrt(product(asked, asked)) * std::sqrt(product(other, other));
        if (other != asked && size > 0)
            all.push_back({int(other), product(asked, other) / size});
    }
    std::stable_sort(all.begin(), all.end(),
        [](const SimilarFilter &a, const SimilarFilter &b) { return a.cosine > b.cosine; });
    all.resize(std::min(all.size(), most));
    return all;
}

FilterTriage FilterIndex::triage(const IndexedLayer &layer, int filter) const
{
    const FilterSummary of = summary(layer, filter);
    FilterTriage triage;
    triage.isDead = of.photos > 0 && of.isDead();
    if (of.selectivity.value_or(0) >= classSelectivity)
        triage.firesForClass = of.bestClass;
    triage.firesEverywhere = of.photos > 0 && of.alive == 1 && of.zeros && 1 - *of.zeros >= everywhereShare;
    const auto sums = m_state->products(layer.place);
    const auto f = std::size_t(filter);
    const auto filters = std::size_t(layer.filters);
    for (std::size_t other = 0; other < f && !sums.empty() && !triage.duplicateOf; ++other) {
        const double size =
            std::sqrt(sums[f * filters + f].value()) * std::sqrt(sums[other * filters + other].value());
        const double cosine = size > 0 ? sums[f * filters + other].value() / size : 0;
        if (cosine > duplicateCosine)
            triage.duplicateOf = SimilarFilter{int(other), cosine};
    }
    return triage;
}

std::vector<FilterTriage> FilterIndex::triage(const IndexedLayer &layer) const
{
    std::vector<FilterTriage> all;
    for (int filter = 0; filter < layer.filters; ++filter) {
        const bool isTold = layer.rule != Rule::BeforeNorm || layer.scale[std::size_t(filter)] != 0;
        all.push_back(isTold ? triage(layer, filter) : FilterTriage{});
    }
    return all;
}

namespace {

/// Where the columns of a layer begin in values.npy.
std::size_t firstColumn(const IndexFolder::About &about, std::size_t place)
{
    std::size_t column = 0;
    for (const IndexedLayer &each : about.layers)
        column += !each.rule && each.place < place ? std::size_t(each.filters) : 0;
    return column;
}

} // namespace

std::vector<float> FilterIndex::values(const IndexedLayer &layer, int filter, Kept kept) const
{
    m_state->check(layer, filter);
    const auto width = std::size_t(m_state->values.shape()[1]);
    std::vector<float> result;
    if (width == 0)
        return result;
    const auto all = m_state->values.values<std::uint16_t>();
    const std::size_t column = firstColumn(m_state->about, layer.place) + std::size_t(filter)
        + (kept == Kept::Response ? width / 2 : 0);
    if (turnsRound(layer, filter) && kept == Kept::Max)
        return result; // the smallest values are not kept
    for (std::size_t photo = 0; photo < photoCount(); ++photo) {
        const float value = fromHalf(all[photo * width + column]);
        const bool isKept = !std::isnan(value);
        result.push_back(isKept && kept == Kept::Max ? float(derived(layer, filter, value)) : value);
    }
    return result;
}

bool FilterIndex::keepsValues() const { return m_state->values.shape()[1] > 0; }

std::size_t FilterIndex::featuresWidth() const { return std::size_t(m_state->features.shape()[1]); }

namespace {

/// `columns` of `count` rows of an array.
void copyRows(const MappedNpy &array, std::size_t first, std::size_t count, std::size_t column,
    std::size_t columns, float *to)
{
    const auto width = std::size_t(array.shape()[1]);
    const auto all = array.values<std::uint16_t>();
    for (std::size_t row = first; row < first + count; ++row) {
        for (const std::uint16_t each : all.subspan(row * width + column, columns))
            *to++ = fromHalf(each);
    }
}

} // namespace

void FilterIndex::readResponses(
    const IndexedLayer &layer, std::size_t first, std::size_t count, float *to) const
{
    const auto width = std::size_t(m_state->values.shape()[1]);
    copyRows(m_state->values, first, count, width / 2 + firstColumn(m_state->about, layer.place),
        std::size_t(layer.filters), to);
}

void FilterIndex::readFeatures(std::size_t first, std::size_t count, float *to) const
{
    copyRows(m_state->features, first, count, 0, featuresWidth(), to);
    m_state->checkFeatures(first, count, featuresWidth(), to);
}

} // namespace convscope
