#include "core/explain/localisationrun.h"

#include <cmath>

namespace convscope {

namespace {

constexpr Baseline baselines[] = {Baseline::Random, Baseline::Centre};

Map randomHeat(NumpyRandom &random, const Mask &mask)
{
    Map heat{1, mask.height, mask.width, std::vector<double>(mask.inside.size())};
    for (double &value : heat.values)
        value = random.uniform();
    return heat;
}

Map centreHeat(const Mask &mask)
{
    Map heat{1, mask.height, mask.width, {}};
    // In units of the side, from the middle.
    const auto place = [](int i, int side) { return (i + 0.5) / side - 0.5; };
    constexpr double sigma = 0.25;
    for (int y = 0; y < mask.height; ++y) {
        for (int x = 0; x < mask.width; ++x) {
            const double distance = std::hypot(place(x, mask.width), place(y, mask.height));
            heat.values.push_back(std::exp(-distance * distance / (2 * sigma * sigma)));
        }
    }
    return heat;
}

} // namespace

LocalisationRun::LocalisationRun(
    const Network &network, std::vector<PhotoRef> photos, std::vector<MethodOptions> methods)
    : m_network(network)
    , m_photos(std::move(photos))
    , m_methods(std::move(methods))
    , m_random(randomSeed)
{
    for (const Baseline baseline : baselines)
        m_result.scores.push_back({baseline});
    for (const MethodOptions &method : m_methods)
        m_result.scores.push_back({method});
}

bool LocalisationRun::step()
{
    if (m_next == m_photos.size())
        return false;
    const PhotoRef &ref = m_photos[m_next];
    try {
        workOn(ref);
    } catch (const Error &error) {
        const Error told = error.about(ref.file);
        m_result.failed.push_back({told.file(), told});
        nextPhoto();
    }
    return m_next < m_photos.size();
}

Progress LocalisationRun::progress() const { return {int(m_next), int(m_photos.size())}; }

/// One step of what the photo needs next: to be read, or the methods one after the other.
void LocalisationRun::workOn(const PhotoRef &ref)
{
    if (!m_photo) {
        begin(ref);
        return;
    }
    const std::size_t method = m_found.size() - std::size(baselines);
    if (method == m_methods.size()) {
        count();
        nextPhoto();
        return;
    }
    if (!m_explanation)
        m_explanation = explain(m_network, *m_photo, m_methods[method]);
    if (m_explanation->step())
        return;
    m_found.push_back(localise(m_explanation->answer(), *m_photo));
    m_explanation.reset();
}

void LocalisationRun::begin(const PhotoRef &ref)
{
    if (!findMask(ref.file)) {
        ++m_result.withoutMask;
        nextPhoto();
        return;
    }
    m_photo = loadPhoto(ref, m_network.info().input);
    if (m_photo->maskError)
        throw *m_photo->maskError;
    m_found = {localise(randomHeat(m_random, *m_photo->mask), *m_photo->mask),
        localise(centreHeat(*m_photo->mask), *m_photo->mask)};
}

void LocalisationRun::count()
{
    ++m_result.photos;
    m_result.areaSum += m_photo->mask->share();
    for (std::size_t i = 0; i < m_found.size(); ++i) {
        LocalisationScore &score = m_result.scores[i];
        score.hits += m_found[i] && m_found[i]->peakInside;
        score.energySum += m_found[i] ? m_found[i]->energy : 0;
        score.emptyMaps += !m_found[i];
    }
}

void LocalisationRun::nextPhoto()
{
    m_photo.reset();
    m_explanation.reset();
    ++m_next;
}

} // namespace convscope
