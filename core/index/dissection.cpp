#include "core/index/dissection.h"

#include "core/data/mask.h"
#include "core/data/photo.h"
#include "core/image/resize.h"
#include "core/methods/filtermaps.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

namespace convscope {

namespace {

/// The largest values of a filter: as many as may be needed for its threshold.
class Tail
{
public:
    explicit Tail(std::size_t most)
        : m_most(most)
    {
    }

    void add(double value)
    {
        if (m_isFull && value <= m_least)
            return;
        m_values.push_back(value);
        if (m_values.size() >= 2 * m_most)
            prune();
    }

    /// The value at a place from the largest one on, counted from 0.
    double at(std::size_t place)
    {
        const auto found = m_values.begin() + std::ptrdiff_t(std::min(place, m_values.size() - 1));
        std::nth_element(m_values.begin(), found, m_values.end(), std::greater());
        return *found;
    }

private:
    void prune()
    {
        const auto last = m_values.begin() + std::ptrdiff_t(m_most) - 1;
        std::nth_element(m_values.begin(), last, m_values.end(), std::greater());
        m_values.resize(m_most);
        m_least = m_values.back();
        m_isFull = true;
    }

    std::size_t m_most;
    bool m_isFull = false; ///< there were more than are kept
    double m_least = 0; ///< of those that are kept then
    std::vector<double> m_values;
};

} // namespace

struct DissectionRun::State
{
    State(const Network &net, int asked)
        : network(net)
        , layer(asked)
    {
    }

    void gather();
    void settle();
    void compare();
    bool isEnded() const { return next == 2 * photos.size(); }
    const PhotoRef &photo() const { return photos[next % photos.size()]; }

    const Network &network;
    int layer;
    std::vector<PhotoRef> photos; ///< that have a mask
    std::vector<Tail> tails; ///< one a filter
    std::size_t next = 0;
    std::size_t values = 0; ///< of each filter
    std::set<int> classes;
    std::set<std::size_t> left; ///< places of photos that could not be read
    Dissection result;
};

DissectionRun::DissectionRun(const Network &network, const std::vector<PhotoRef> &photos, int layer)
    : m_state(std::make_unique<State>(network, layer))
{
    checkFilter(network.info(), layer, 0);
    for (const PhotoRef &photo : photos) {
        if (findMask(photo.file))
            m_state->photos.push_back(photo);
    }
    if (m_state->photos.empty())
        throw Error(ErrorKind::PhotosWithoutMasks,
            photos.empty() ? std::filesystem::path() : photos[0].file.parent_path());
    const Layer &asked = network.info().layers[std::size_t(layer)];
    const double places = double(asked.height.value_or(1)) * asked.width.value_or(1);
    // The quantile lies between two values; one more for rounding.
    const auto most = std::size_t(share * places * double(m_state->photos.size())) + 3;
    m_state->tails.assign(std::size_t(asked.channels.value_or(0)), Tail(most));
    m_state->result.filters.resize(m_state->tails.size());
}

DissectionRun::~DissectionRun() = default;

void DissectionRun::State::gather()
{
    const Photo loaded = loadPhoto(photo(), network.info().input);
    if (loaded.maskError)
        throw Error(*loaded.maskError);
    const FilterMaps maps = filterMaps(network, loaded, layer);
    const std::size_t plane = std::size_t(maps.maps.height) * std::size_t(maps.maps.width);
    for (std::size_t filter = 0; filter < tails.size(); ++filter) {
        for (std::size_t i = 0; i < plane; ++i)
            tails[filter].add(maps.maps.values[filter * plane + i]);
    }
    values += plane;
    ++result.photos;
    if (photo().label)
        classes.insert(*photo().label);
}

/// The quantile as NumPy's: between the two values that it lies between.
void DissectionRun::State::settle()
{
    if (values == 0)
        return;
    const double place = (1 - share) * double(values - 1); // from the smallest value on
    const double below = std::floor(place);
    for (std::size_t filter = 0; filter < tails.size(); ++filter) {
        const auto fromTop = values - 1 - std::size_t(below);
        const double low = tails[filter].at(fromTop);
        const double high = fromTop == 0 ? low : tails[filter].at(fromTop - 1);
        result.filters[filter].threshold = low + (place - below) * (high - low);
        for (const int label : classes)
            result.filters[filter].classes[label];
    }
    tails.clear();
}

void DissectionRun::State::compare()
{
    const Photo loaded = loadPhoto(photo(), network.info().input);
    const InputSize size = network.info().input.size;
    const FilterMaps maps = filterMaps(network, loaded, layer);
    const Map large = interpolated(maps.maps, size.height, size.width);
    const std::size_t plane = std::size_t(size.height) * std::size_t(size.width);
    const std::vector<std::uint8_t> &inside = loaded.mask.value().inside;
    const auto maskSize = std::count(inside.begin(), inside.end(), 1);
    for (std::size_t filter = 0; filter < result.filters.size(); ++filter) {
        DissectedFilter &found = result.filters[filter];
        std::int64_t on = 0;
        std::int64_t both = 0;
        for (std::size_t i = 0; i < plane; ++i) {
            const bool isOn = large.values[filter * plane + i] > found.threshold;
            on += isOn;
            both += isOn && inside[i] != 0;
        }
        found.all.both += both;
        found.all.either += on + maskSize - both;
        for (auto &[label, overlap] : found.classes) {
            const bool isConcept = photo().label == label;
            overlap.both += isConcept ? both : 0;
            overlap.either += isConcept ? on + maskSize - both : on;
        }
    }
}

bool DissectionRun::step()
{
    State &state = *m_state;
    if (state.isEnded())
        return false;
    const std::size_t place = state.next % state.photos.size();
    try {
        if (state.next < state.photos.size())
            state.gather();
        else if (!state.left.contains(place))
            state.compare();
    } catch (const Error &error) {
        if (error.kind() == ErrorKind::OutOfMemory || state.next >= state.photos.size())
            throw;
        state.left.insert(place);
        state.result.failed.push_back(error.about(state.photo().file));
    }
    if (++state.next == state.photos.size())
        state.settle();
    return !state.isEnded();
}

Progress DissectionRun::progress() const { return {int(m_state->next), int(2 * m_state->photos.size())}; }

const Dissection &DissectionRun::result() const { return m_state->result; }

} // namespace convscope
