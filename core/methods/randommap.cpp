#include "core/methods/randommap.h"

#include "core/engine/scorefunction.h"
#include "core/explain/check.h"
#include "core/explain/random.h"
#include "core/image/resize.h"

#include <algorithm>

namespace convscope {

namespace {

Map noiseMap(int height, int width, int cell, Seed seed)
{
    const auto cellsAlong = [cell](int pixels) { return (pixels + cell - 1) / cell; };
    Map cells{1, cellsAlong(height), cellsAlong(width), {}};
    cells.values.resize(std::size_t(cells.height) * std::size_t(cells.width));
    NumpyRandom random(seed);
    std::generate(cells.values.begin(), cells.values.end(), [&random] { return random.uniform(); });
    return cell == 1 ? cells : interpolated(cells, height, width);
}

} // namespace

RandomMapRun::RandomMapRun(const Network &network, Photo photo, const RandomMapOptions &options)
    : m_network(network)
    , m_photo(std::move(photo))
    , m_options(options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    m_result.meaning = RandomMapOptions::traits.meaning;
    m_result.isRival = true;
}

bool RandomMapRun::step()
{
    m_result.target = askForTarget(m_network, m_photo, m_options.target, m_result.notes);
    m_result.map = noiseMap(m_photo.input.height, m_photo.input.width, m_options.cell, m_options.seed);
    m_done = true;
    return false;
}

Progress RandomMapRun::progress() const { return {m_done ? 1 : 0, 1}; }

} // namespace convscope
