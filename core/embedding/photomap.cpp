#include "core/embedding/photomap.h"

#include "core/computing.h"
#include "core/explain/random.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

constexpr std::size_t components = 50; ///< that neighbours are looked for in
constexpr std::size_t placedAt = 5; ///< so many of the nearest
constexpr std::size_t atOnce = 20'000'000; ///< multiplications of one step()

} // namespace

PhotoMapping::PhotoMapping(FeatureRows rows, std::vector<std::optional<int>> labels, PhotoMapOptions options)
    : m_rows(std::move(rows))
    , m_labels(std::move(labels))
    , m_options(options)
    , m_covariance(m_rows.width)
{
    m_labels.resize(m_rows.count);
    m_map.x.assign(m_rows.count, std::numeric_limits<float>::quiet_NaN());
    m_map.y = m_map.x;
    m_map.standings.assign(m_rows.count, PhotoMap::Standing::Nowhere);
}

std::size_t PhotoMapping::rowsAtOnce() const
{
    return std::clamp<std::size_t>(atOnce / std::max<std::size_t>(1, m_rows.width * m_rows.width), 8, 1024);
}

/// Reads some rows, and adds those that are finite. A block at least, so that tiles of the product are used
/// well.
void PhotoMapping::addRows()
{
    const std::size_t count = std::min(rowsAtOnce(), m_rows.count - m_read);
    const std::size_t width = m_rows.width;
    m_block.resize(count * width);
    m_rows.read(m_read, count, m_block.data());
    std::size_t kept = 0;
    for (std::size_t row = 0; row < count; ++row) {
        const auto begin = m_block.begin() + std::ptrdiff_t(row * width);
        if (!std::all_of(
                begin, begin + std::ptrdiff_t(width), [](float value) { return std::isfinite(value); }))
            continue;
        m_finite.push_back(int(m_read + row));
        std::copy(begin, begin + std::ptrdiff_t(width), m_block.begin() + std::ptrdiff_t(kept++ * width));
    }
    m_covariance.add(m_block.data(), kept);
    m_read += count;
}

/// The rows are read a second time; what may have changed meanwhile is not finite any more, or stands
/// elsewhere.
void PhotoMapping::projectRows()
{
    const PrincipalAxes &axes = m_search->result();
    const std::size_t each = axes.count();
    const std::size_t count = std::min<std::size_t>(
        std::max<std::size_t>(
            1, atOnce / std::max<std::size_t>(1, m_rows.width * std::max<std::size_t>(1, each))),
        m_rows.count - m_read);
    m_block.resize(count * m_rows.width);
    m_rows.read(m_read, count, m_block.data());
    std::vector<float> projected(each);
    for (std::size_t row = 0; row < count; ++row) {
        const std::size_t photo = m_read + row;
        if (!std::ranges::binary_search(m_finite, int(photo)))
            continue;
        axes.project(&m_block[row * m_rows.width], 1, projected.data());
        for (float &value : projected)
            value = std::isfinite(value) ? value : 0;
        m_projected.insert(m_projected.end(), projected.begin(), projected.end());
        m_map.x[photo] = each > 0 ? projected[0] : 0;
        m_map.y[photo] = each > 1 ? projected[1] : 0;
        m_map.standings[photo] = PhotoMap::Standing::Own;
    }
    m_read += count;
}

std::vector<float> PhotoMapping::componentsOf(const std::vector<int> &photos) const
{
    std::vector<float> rows;
    rows.reserve(photos.size() * m_components);
    for (const int photo : photos) {
        const auto begin = m_projected.begin() + std::ptrdiff_t(std::size_t(photo) * m_components);
        rows.insert(rows.end(), begin, begin + std::ptrdiff_t(m_components));
    }
    return rows;
}

void PhotoMapping::beginNeighbours()
{
    std::vector<std::optional<int>> labels;
    for (const int photo : m_finite)
        labels.push_back(m_labels[std::size_t(photo)]);
    m_moved = balancedSample(labels, m_options.most, m_options.seed);
    for (int i = 0, next = 0; i < int(m_finite.size()); ++i) {
        if (next < int(m_moved.size()) && m_moved[std::size_t(next)] == i)
            ++next;
        else
            m_others.push_back(i);
    }
    const std::size_t count = m_moved.size();
    m_neighbours = std::make_unique<NearestSearch>(componentsOf(m_moved), m_components,
        neighboursFor(count, fittingPerplexity(count, m_options.perplexity)));
}

/// The start is moved by a hundredth of its size, so that photos with the same features can part, and another
/// seed gives another map.
void PhotoMapping::beginTsne()
{
    std::vector<double> start;
    for (const int photo : m_moved) {
        const float *row = &m_projected[std::size_t(photo) * m_components];
        start.push_back(double(row[0]));
        start.push_back(m_components > 1 ? double(row[1]) : 0);
    }
    start = startOfTsne(std::move(start));
    NumpyRandom random(m_options.seed.value);
    for (double &value : start)
        value += 1e-6 * random.normal();
    TsneOptions options;
    options.iterations = m_options.iterations;
    m_tsne = std::make_unique<Tsne>(m_weights->take(), std::move(start), options);
    m_weights.reset();
}

void PhotoMapping::beginNearest()
{
    m_neighbours = std::make_unique<NearestSearch>(
        componentsOf(m_moved), componentsOf(m_others), m_components, std::min(placedAt, m_moved.size()));
}

bool PhotoMapping::step()
{
    mayBlock("PhotoMapping");
    switch (m_stage) {
    case Stage::Covariance:
        if (m_read < m_rows.count) {
            addRows();
            break;
        }
        m_search = std::make_unique<PrincipalAxesSearch>(
            std::move(m_covariance), m_options.method == MapMethod::Pca ? 2 : components);
        m_stage = Stage::Axes;
        break;
    case Stage::Axes:
        if (!m_search->step()) {
            m_read = 0;
            m_stage = Stage::Project;
        }
        break;
    case Stage::Project: {
        if (m_read < m_rows.count) {
            projectRows();
            break;
        }
        const PrincipalAxes &axes = m_search->result();
        m_components = axes.count();
        const double total = axes.totalVariance;
        if (!(total > 0))
            m_map.kept = 1; // all photos have the same features: there is no variance to be lost
        for (std::size_t axis = 0; axis < m_components && total > 0; ++axis) {
            m_map.kept += axes.variances[axis] / total;
            if (axis < 2)
                m_map.shares[axis] = axes.variances[axis] / total;
        }
        m_search.reset();
        m_block = {};
        const bool isEnough = m_finite.size() > 2 && m_components > 0 && total > 0;
        m_stage = m_options.method == MapMethod::Tsne && isEnough ? Stage::Neighbours : Stage::Done;
        break;
    }
    case Stage::Neighbours:
        if (!m_neighbours) {
            beginNeighbours();
        } else if (!m_neighbours->step()) {
            m_weights = std::make_unique<AffinitySearch>(
                m_neighbours->result(), fittingPerplexity(m_moved.size(), m_options.perplexity));
            m_stage = Stage::Affinities;
        }
        break;
    case Stage::Affinities:
        if (!m_weights->step()) {
            beginTsne();
            m_stage = Stage::Tsne;
        }
        break;
    case Stage::Tsne:
        if (!m_tsne->step()) {
            beginNearest();
            m_stage = m_others.empty() ? Stage::Done : Stage::Nearest;
        }
        break;
    case Stage::Nearest:
        if (!m_neighbours->step())
            m_stage = Stage::Done;
        break;
    case Stage::Done:
        break;
    }
    return m_stage != Stage::Done;
}

Progress PhotoMapping::progress() const
{
    const auto part = [](double begin, double end, double done, double total) {
        return Progress{int(begin + (end - begin) * (total > 0 ? done / total : 0)), 1000};
    };
    const bool isTsne = m_options.method == MapMethod::Tsne;
    const auto rows = double(m_rows.count);
    switch (m_stage) {
    case Stage::Covariance:
        return part(0, isTsne ? 40 : 700, double(m_read), rows);
    case Stage::Axes:
        return part(isTsne ? 40 : 700, isTsne ? 50 : 800, 0, 1);
    case Stage::Project:
        return part(isTsne ? 50 : 800, isTsne ? 60 : 1000, double(m_read), rows);
    case Stage::Neighbours:
        return m_neighbours ? part(60, 90, m_neighbours->progress().done, m_neighbours->progress().total)
                            : part(60, 90, 0, 1);
    case Stage::Affinities:
        return part(90, 100, m_weights->progress().done, m_weights->progress().total);
    case Stage::Tsne:
        return part(100, 980, m_tsne->progress().done, m_tsne->progress().total);
    case Stage::Nearest:
        return part(980, 1000, m_neighbours->progress().done, m_neighbours->progress().total);
    case Stage::Done:
        break;
    }
    return {1000, 1000};
}

PhotoMap PhotoMapping::result() const
{
    PhotoMap map = m_map;
    if (!m_tsne || m_tsne->progress().done == 0)
        return map;
    map.method = MapMethod::Tsne;
    map.iterations = m_tsne->progress().done;
    const auto stand = [&](int photo, const double *position, PhotoMap::Standing standing) {
        const auto place = std::size_t(m_finite[std::size_t(photo)]);
        map.x[place] = float(position[0]);
        map.y[place] = float(position[1]);
        map.standings[place] = standing;
    };
    const std::vector<double> &positions = m_tsne->positions();
    for (std::size_t i = 0; i < m_moved.size(); ++i)
        stand(m_moved[i], &positions[2 * i], PhotoMap::Standing::Own);
    if (m_stage == Stage::Done && !m_others.empty()) {
        const std::vector<double> placed = placedBetween(m_neighbours->result(), positions);
        for (std::size_t i = 0; i < m_others.size(); ++i)
            stand(m_others[i], &placed[2 * i], PhotoMap::Standing::Placed);
        return map;
    }
    for (const int photo : m_others) {
        const auto place = std::size_t(m_finite[std::size_t(photo)]);
        map.x[place] = map.y[place] = std::numeric_limits<float>::quiet_NaN();
        map.standings[place] = PhotoMap::Standing::Nowhere; // not yet
    }
    return map;
}

} // namespace convscope
